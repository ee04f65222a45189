"""One student's check, cold and warm, beside Maven + Surefire on the same submission; and a batch of many."""

import argparse
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXERCISE = ROOT / "exercises" / "E12"
ANSWER = "limpieza/Limpieza.java"
JUNIT = "5.14.1"

POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>x</groupId><artifactId>x</artifactId><version>1</version>
<properties><maven.compiler.release>17</maven.compiler.release>
<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
<dependencies><dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>
<version>{JUNIT}</version><scope>test</scope></dependency><dependency><groupId>org.assertj</groupId>
<artifactId>assertj-core</artifactId><version>3.27.7</version><scope>test</scope></dependency></dependencies>
<build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.4</version></plugin>
<plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
<plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin></plugins></build></project>"""


def timed(command, folder):
    """Seconds on the wall, seconds of processor of all children, output."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, done.stdout + done.stderr


def cold(folder):
    wall, cpu, said = timed(["./kit", "grade", "E12"], ROOT)
    return wall, cpu, "20 of 20 points" in said


def visible(folder):
    """The tests that Maven runs too, on the same answer."""
    wall, cpu, said = timed(["./kit", "grade", "E12", "--tests"], ROOT)
    return wall, cpu, "tests passed: 9 of 9" in said


def maven(folder):
    wall, cpu, said = timed(["mvn", "-o", "-q", "-B", "test"], folder)
    reports = list((folder / "target" / "surefire-reports").glob("*.txt"))
    shutil.rmtree(folder / "target", ignore_errors=True)
    return wall, cpu, bool(reports) and "FAIL" not in said and "ERROR" not in said


def warm(times):
    """From the moment that the file changes to the line with the mark."""
    process = subprocess.Popen(["./kit", "grade", "E12", "--watch"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    file, text, rows = EXERCISE / "answer" / ANSWER, (EXERCISE / "answer" / ANSWER).read_text(), []
    try:
        wait_for(process, "Ctrl-C")
        for number in range(times + 1):
            start = time.monotonic()
            file.write_text(text + f"\n// {number}\n")
            wait_for(process, "20 of 20 points")
            rows.append(time.monotonic() - start)
            wait_for(process, "practice data")
    finally:
        file.write_text(text)
        process.kill()
    return rows[1:]


def wait_for(process, words):
    for line in process.stdout:
        if words in line:
            return
    raise SystemExit("the watcher has ended")


def maven_project(folder):
    (folder / "pom.xml").write_text(POM)
    shutil.copytree(EXERCISE / "start", folder / "src" / "main" / "java")
    shutil.copy(EXERCISE / ".teacher" / "solution" / ANSWER, folder / "src" / "main" / "java" / ANSWER)
    shutil.copytree(EXERCISE / "test", folder / "src" / "test" / "java")


def batch(folder, size):
    """Submissions a minute: right and wrong answers in turn, each of which has to get its own mark."""
    answers = {"solution": 20, **{wrong["name"]: 20 - lost(wrong) for wrong in listed()}}
    names = [list(answers)[number % len(answers)] for number in range(size)]
    for number, name in enumerate(names):
        source = EXERCISE / ".teacher" / (name if name == "solution" else f"wrong/{name}")
        shutil.copytree(source, folder / "handed" / f"s{number:03}" / "E12" / "answer")
    wall, cpu, said = timed(["./kit", "grade", "E12", "--batch", str(folder / "handed"), "--out", str(folder / "out")], ROOT)
    results = json.loads((folder / "out" / "results.json").read_text())
    right = [result["score"] for result in results] == [answers[name] for name in names]
    isolation = said.splitlines()[0].split(";")[0]
    print(f"{f'batch of {size}, {isolation}':<34}{60 * size / wall:8.0f} submissions a minute{cpu / size:8.2f} s processor each"
          f"   {'marks as they should be' if right else 'VOID'}", flush=True)


def listed():
    return json.loads((EXERCISE / ".teacher" / "wrong" / "wrong.json").read_text())["wrong"]


def lost(wrong):
    points = {check["id"]: check["points"] for check in json.loads((EXERCISE / "exercise.json").read_text())["checks"]}
    return sum(points[check] for check in wrong["loses"])


def row(name, results):
    ok = all(passed for _, _, passed in results)
    wall, cpu = (statistics.median(result[i] for result in results) for i in (0, 1))
    print(f"{name:<34}{wall:8.2f} s wall{cpu:8.2f} s processor   {'all passed' if ok else 'VOID'}", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=5)
    options.add_argument("--batch", type=int, default=42)
    chosen = options.parse_args()
    times = chosen.times
    os.environ["ORQUESTA_LANG"] = "en"
    subprocess.run(["./kit", "grade", "E12"], cwd=ROOT, capture_output=True)
    kept = (EXERCISE / "answer" / ANSWER).read_text()
    shutil.copy(EXERCISE / ".teacher" / "solution" / ANSWER, EXERCISE / "answer" / ANSWER)
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            maven_project(folder)
            maven(folder)
            row("Maven + Surefire, visible tests", [maven(folder) for _ in range(times)])
            row("./kit grade E12 --tests", [visible(folder) for _ in range(times)])
            row("./kit grade E12, cold", [cold(folder) for _ in range(times)])
        print(f"{'./kit grade E12 --watch, warm':<34}{statistics.median(warm(times)):8.2f} s wall")
        with tempfile.TemporaryDirectory() as name:
            batch(pathlib.Path(name), chosen.batch)
    finally:
        (EXERCISE / "answer" / ANSWER).write_text(kept)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
