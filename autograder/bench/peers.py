"""Right answers to E12 by the batch, by Maven + Surefire (the tests that students see) and by otter-grader (the same in Python).

Usage: python3 autograder/bench/peers.py [--count 8] [--otter PYTHON]     PYTHON of an environment with otter-grader in it
"""

import argparse
import json
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile
import time

from check import EXERCISE, ROOT, maven_project
from memory import Memory

ANSWER_IN_PYTHON = '''
def limpiar(ventas):
    limpias = []
    for producto, categoria, precio, cantidad in ventas:
        if precio is None or cantidad is None or precio * cantidad <= 0:
            continue
        recorta = lambda texto: None if texto is None else texto.strip()
        minuscula = None if categoria is None else recorta(categoria).lower()
        limpias.append((recorta(producto), minuscula, precio, cantidad, precio * cantidad))
    return limpias
'''
CHECKS = {
    "totals": ("limpiar([('te', 'x', D('1.10'), 3)])[0][4] == D('3.30')", "True"),
    "missing": ("limpiar([('pan', 'x', None, 3), ('sal', 'x', D(5), None)])", "[]"),
    "zero": ("limpiar([('pan', 'x', D('0.00'), 3)])", "[]"),
    "negative": ("limpiar([('pan', 'x', D(5), -1)])", "[]"),
    "trimmed": ("limpiar([(' pan ', ' X ', D(5), 1)])[0][:2]", "('pan', 'x')"),
    "null": ("limpiar([(None, None, D(5), 1)])[0][:2]", "(None, None)"),
    "order": ("[v[0] for v in limpiar([('b', 'x', D(1), 1), ('a', 'x', D(1), 1)])]", "['b', 'a']"),
    "equal": ("len(limpiar([('b', 'x', D(1), 1)] * 2))", "2"),
    "empty": ("limpiar([])", "[]"),
}


class Run:
    """A command in a session of its own: seconds on the wall and of processor, memory, what it said."""

    def __init__(self, command, folder):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        memory = Memory(process.pid)
        memory.start()
        self.said = process.communicate()[0]
        memory.over.set()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.wall, self.most, self.code = time.monotonic() - start, memory.most, process.returncode
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def row(name, count, runs, right):
    wall, cpu = sum(run.wall for run in runs), sum(run.cpu for run in runs)
    rate, most = 60 * count / wall, max(run.most for run in runs)
    print(f"{name:<40}{rate:8.1f} a minute{cpu / count:8.2f} s processor each{most:8.0f} MB   {'as it should be' if right else 'VOID'}", flush=True)


def batch(folder, count):
    for number in range(count):
        shutil.copytree(EXERCISE / ".teacher" / "solution", folder / "handed" / f"s{number:03}" / "E12" / "answer")
    run = Run(["./kit", "grade", "E12", "--batch", str(folder / "handed"), "--out", str(folder / "out")], ROOT)
    results = json.loads((folder / "out" / "results.json").read_text())
    row(f"./kit grade --batch, {count} answers", count, [run], [each["score"] for each in results] == [20] * count)


def maven(folder, count):
    maven_project(folder)
    runs = []
    for _ in range(count):
        shutil.rmtree(folder / "target", ignore_errors=True)
        runs.append(Run(["mvn", "-o", "-q", "-B", "test"], folder))
    reports = list((folder / "target" / "surefire-reports").glob("*.txt"))
    row(f"mvn test, {count} times", count, runs, bool(reports) and all(run.code == 0 for run in runs))


def otter(folder, count, python):
    """Its own format of tests; a notebook, as its command wants one. It judges in the process of the answer."""
    tests = folder / "tests"
    tests.mkdir()
    for name, (asked, wanted) in CHECKS.items():
        case = {"code": f">>> from decimal import Decimal as D\n>>> {asked}\n{wanted}", "hidden": False, "locked": False}
        suite = {"name": name, "points": 1, "suites": [{"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}]}
        (tests / f"{name}.py").write_text(f"OK_FORMAT = True\ntest = {suite!r}\n")
    cell = {"cell_type": "code", "id": "a", "execution_count": None, "metadata": {}, "outputs": [], "source": ANSWER_IN_PYTHON}
    notebook = {"cells": [cell], "metadata": {"kernelspec": {"name": "python3", "language": "python", "display_name": "p"}}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "answer.ipynb").write_text(json.dumps(notebook))
    command = [python, "-m", "otter"]
    made = Run([*command, "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment"], folder)
    if made.code:
        raise SystemExit(made.said)
    runs = []
    for _ in range(count):
        runs.append(Run([*command, "run", "answer.ipynb", "-a", "autograder.zip", "-o", "."], folder))
    scores = json.loads((folder / "results.json").read_text())["tests"]
    row(f"otter run, {count} times", count, runs, sum(test.get("score", 0) for test in scores) == len(CHECKS))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=8)
    options.add_argument("--otter")
    chosen = options.parse_args()
    os.environ["ORQUESTA_LANG"] = "en"
    for measured in (batch, maven):
        with tempfile.TemporaryDirectory() as name:
            measured(pathlib.Path(name), chosen.count)
    if chosen.otter:
        with tempfile.TemporaryDirectory() as name:
            otter(pathlib.Path(name), chosen.count, chosen.otter)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
