"""Runs the pipeline and the oracle on the same cases and says where they differ.

    python3 compare.py --cases DIR --kit "./kit run ventas --json --home {home} --set datasets={datasets} ..."
    python3 compare.py --cases DIR --batch "java -cp ... Batch"

--kit is run once for each case, without a shell; {datasets} {reports} {home} {date} are filled in, and the run's
object is {home}/result.json, or what the command printed if that file is not there. --batch is run once for all, with
--cases FILE at its end: a line for each case, datasets<TAB>reports<TAB>home<TAB>date, and leaves home/result.json.
Exit code: 0 all agree, 1 some differ, 2 nothing could be compared.
"""

import argparse
import json
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import parquet
import ventas
from differences import YESTERDAY, differences
from texts import say
from ventas import day


@dataclass(frozen=True)
class Case:
    name: str
    datasets: Path
    work: Path
    date: str
    questions: tuple

    @property
    def reports(self):
        return self.work / "reports"

    @property
    def home(self):
        return self.work / "home"

    def line(self):
        return "\t".join(map(str, (self.datasets, self.reports, self.home, self.date)))


def find_cases(folder, work, date):
    """Every folder that holds ventas.csv or a manifest, which may name the run's date."""
    cases = []
    for datasets in sorted(path for path in folder.iterdir() if path.is_dir()):
        manifest = datasets / "manifest.json"
        told = json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else {}
        if told or (datasets / "ventas.csv").is_file():
            questions = tuple(told.get("questions", ()))
            name = datasets.name
            cases.append(Case(name, datasets.resolve(), work / name, told.get("date", date), questions))
    return cases


def prepare(case, yesterday):
    """Empty folders, or a report of yesterday that only a published run may replace."""
    case.reports.mkdir(parents=True)
    case.home.mkdir()
    if yesterday:
        for name, content in YESTERDAY.items():
            (case.reports / name).write_bytes(content)


def run_each(command, cases, chosen):
    def run(case):
        places = {"datasets": case.datasets, "reports": case.reports, "home": case.home, "date": case.date}
        words = shlex.split(command)
        for place, value in places.items():
            words = [word.replace("{" + place + "}", str(value)) for word in words]
        result = case.home / "result.json"
        with open(case.work / "stdout", "wb") as out, open(case.work / "stderr", "wb") as err:
            run_command(words, out, err, chosen.timeout)
        if not result.is_file():
            shutil.copyfile(case.work / "stdout", result)

    with ThreadPoolExecutor(chosen.jobs) as pool:
        list(pool.map(run, cases))


def run_batch(command, cases, chosen, work):
    """With --jobs N the cases go to N processes."""

    def run(share):
        number, part = share
        listing = work / f"cases-{number}.tsv"
        listing.write_text("".join(case.line() + "\n" for case in part), encoding="utf-8")
        with open(work / f"stdout-{number}", "wb") as out, open(work / f"stderr-{number}", "wb") as err:
            run_command([*shlex.split(command), "--cases", str(listing)], out, err, chosen.timeout * len(part))

    parts = [cases[start :: chosen.jobs] for start in range(chosen.jobs)]
    with ThreadPoolExecutor(chosen.jobs) as pool:
        list(pool.map(run, enumerate(part for part in parts if part)))


def run_command(words, out, err, timeout):
    """Its exit code tells nothing new: a run that left no result is a difference anyway."""
    try:
        subprocess.run(words, stdout=out, stderr=err, stdin=subprocess.DEVNULL, timeout=timeout, check=False)
    except (OSError, subprocess.TimeoutExpired) as trouble:
        err.write(f"{trouble}\n".encode())


def compare(cases, chosen):
    """The differences of each case that has any."""
    found = {}
    for case in cases:
        verdict = ventas.judge(case.datasets, day(case.date))
        told = differences(case, verdict, chosen)
        if told:
            found[case] = told
    return found


def report(cases, found, work):
    for case, told in found.items():
        print("\n".join(told))
        if case.questions:
            print(say("asked_questions", case=case.name, questions=", ".join(case.questions)))
    if not parquet.READERS:
        print(say("parquet_not_compared"))
    if found:
        print(say("kept", folder=work))
        names = " ".join(case.name for case in found)
        print(say("some_differ", cases=len(cases), differing=len(found), names=names))
        return 1
    print(say("all_agree", cases=len(cases)))
    return 0


def options(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, required=True, help="what dirty.py made")
    parser.add_argument("--kit", help="the command that runs one case")
    parser.add_argument("--batch", help="the command that runs all cases")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=120, help="seconds for each case")
    parser.add_argument("--date", default="2025-06-15", help="of cases whose manifest names none")
    parser.add_argument(
        "--work", type=Path, help="where the runs leave what they publish; a temporary folder if not given"
    )
    parser.add_argument("--warnings", action="store_true", help="ok and warned are different, too")
    parser.add_argument(
        "--yesterday", action="store_true", help="put a report there before: only what is published replaces it"
    )
    parser.add_argument("--settled", action="store_true", help="leave out the cases that touch an open question")
    return parser.parse_args(arguments)


def main(arguments=None):
    chosen = options(arguments)
    if (chosen.kit is None) == (chosen.batch is None):
        return refuse("one_command")
    work = chosen.work or Path(tempfile.mkdtemp(prefix="compare-"))
    if work.exists() and any(work.iterdir()):
        return refuse("folder_not_empty", folder=work, option="--work")
    work = work.resolve()
    cases = find_cases(chosen.cases, work, chosen.date) if chosen.cases.is_dir() else []
    cases = [case for case in cases if not (chosen.settled and case.questions)]
    if not cases:
        return refuse("no_cases", folder=chosen.cases)
    if not parquet.READERS and any((case.datasets / "catalogo.parquet").exists() for case in cases):
        return refuse("no_parquet_reader")
    for case in cases:
        prepare(case, chosen.yesterday)
    if chosen.kit:
        run_each(chosen.kit, cases, chosen)
    else:
        run_batch(chosen.batch, cases, chosen, work)
    status = report(cases, compare(cases, chosen), work)
    if status == 0 and not chosen.work:
        shutil.rmtree(work)
    return status


def refuse(key, **facts):
    print(say(key, **facts), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
