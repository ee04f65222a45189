"""From a due tick to its first step: daemons that run a step each minute, all at the same time on the same minutes.

usage: tick.py [--minutes 5] [--extra 'name=command {home} {marks}'].. [--work DIR] [--results FILE]

A command watches its schedule until it is ended; its step appends the time at which it began, in seconds since 1970, to
{marks} (the environment has BENCH_MARKS, too). The figure is how long after the full minute that was.
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import time

import environments
from bench import HERE, named, words
from texts import Refused

MINUTE = 60
DAGSTER = (
    "env DAGSTER_HOME={home} DAGSTER_DISABLE_TELEMETRY=yes {dagster} -c 'from dagster._daemon.cli import main; main()'"
    " run -f {here}/tick_dagster.py"
)
HEAD = "| what | ticks | s from due to first step (min / median / max) |\n|---|---|---|"


class Daemon:
    """A command that watches, with a home and a file of marks of its own."""

    def __init__(self, name: str, command: str, work: pathlib.Path) -> None:
        self.name, self.log = name, work / f"tick-{name}.log"
        self.marks = work / "runs" / f"tick-{name}" / "marks"
        home = self.marks.parent / "home"
        shutil.rmtree(self.marks.parent, ignore_errors=True)
        home.mkdir(parents=True)
        places = {"home": home, "marks": self.marks, "here": HERE}
        if "{dagster}" in command:
            places["dagster"] = environments.python(work, "dagster")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                words(command, places),
                env=os.environ | {"BENCH_MARKS": str(self.marks)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def end(self) -> None:
        """End it and all that it started."""
        if self.process.poll() is not None:
            return
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)

    def delays(self, first: float) -> list[float]:
        """How long after its full minute each step began, of the minutes from `first` on."""
        begun = [float(line) for line in self.marks.read_text().split()] if self.marks.exists() else []
        return [round(at % MINUTE, 3) for at in begun if at >= first]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=int, default=5)
    parser.add_argument("--extra", action="append", default=[])
    parser.add_argument("--work", type=pathlib.Path, default=HERE.parents[1] / ".kit" / "bench")
    parser.add_argument("--results", type=pathlib.Path)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    example = "orquesta=../../kit daemon pipelines/tick --home {home}"
    commands = {"dagster-daemon": DAGSTER} | named("extra", args.extra, example)
    daemons = [Daemon(name, command, args.work) for name, command in commands.items()]
    try:
        # Both have begun to watch by the second full minute from now: earlier ones do not count for anybody.
        first = (time.time() // MINUTE + 2) * MINUTE
        time.sleep(first + args.minutes * MINUTE - MINUTE / 2 - time.time())
    finally:
        for daemon in daemons:
            daemon.end()
    print(HEAD)
    for daemon in daemons:
        delays = daemon.delays(first)
        if not delays:
            raise Refused("command_failed", what=daemon.name, code="-", command=commands[daemon.name], log=daemon.log)
        least, middle, most = min(delays), statistics.median(delays), max(delays)
        print(f"| {daemon.name} | {len(delays)} | {least:.2f} / {middle:.2f} / {most:.2f} |")
        if args.results:
            with args.results.open("a", encoding="utf-8") as out:
                print(json.dumps({"suite": "tick", "name": daemon.name, "delays": delays}), file=out)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Refused as refused:
        print(refused, file=sys.stderr)
        sys.exit(2)
