"""Run commands side by side, round after round, and compare what they cost and what they wrote.

usage: bench.py ventas|seed [--sizes 1000,1000000] [--rounds 5] [--only a,b] [--peer duckdb]
    [--extra 'name=command {datasets} {reports} {home} {date}'].. [--stored 'name=glob with {home} {asset}']..
    [--guard] [--keep-home name].. [--data 'command {rows} {out}'] [--work DIR] [--results FILE] [--timeout SECONDS]

README.md says what each row means and what makes it void. With --guard it ends with 1, too, where ours has become dearer
than landed.json says (guard.py).
"""

import argparse
import json
import pathlib
import shlex
import shutil
import string
import subprocess
import sys

import environments
import guard
import measure
from goals import goals
from suites import SUITES, Suite
from table import table
from texts import Refused, say, unknown

HERE = pathlib.Path(__file__).resolve().parent


class Bench:
    """The commands of one suite and the folders where they work."""

    def __init__(self, suite: Suite, args: argparse.Namespace) -> None:
        self.args, self.outputs = args, suite.outputs
        self.commands = suite.commands | named("extra", args.extra, "orquesta=./kit run ventas --home {home}")
        self.stored = suite.stored | named("stored", args.stored, "orquesta={home}/values/{asset}/*.parquet")
        self.keep_home = suite.keep_home | set(args.keep_home)
        self.names = args.only.split(",") if args.only else list(self.commands)
        for option, chosen in [("--only", self.names), ("--peer", [args.peer]), ("--keep-home", args.keep_home)]:
            for name in chosen:
                if name not in self.commands:
                    raise unknown(option, name, self.commands)
        if args.peer not in self.names:
            self.names = [args.peer, *self.names]
        self.pythons = {}

    def fill(self, command: str, **places: object) -> list[str]:
        """The words of a command; only the environments that it names are made."""
        for _, name, _, _ in string.Formatter().parse(command):
            if name in ("duckdb", "pandas", "dagster") and name not in self.pythons:
                self.pythons[name] = environments.python(self.args.work, name)
        return words(command, places | {"here": HERE, **self.pythons})

    def data(self, size: int) -> pathlib.Path:
        folder = self.args.work / f"data-{self.args.suite}-{size}"
        done = folder / "made-by"
        if not done.exists() or done.read_text() != self.args.data:
            shutil.rmtree(folder, ignore_errors=True)
            environments.finish(self.fill(self.args.data, rows=size, out=folder), self.args.work)
            if not (folder / "ventas.csv").exists():
                raise Refused("no_data", folder=folder, example="./kit data --rows {rows} --out {out}")
            done.write_text(self.args.data)
        return folder

    def run(self, name: str, size: int, datasets: pathlib.Path) -> dict:
        folder = self.args.work / "runs" / f"{self.args.suite}-{name}"
        shutil.rmtree(folder / "reports", ignore_errors=True)
        if name not in self.keep_home:
            shutil.rmtree(folder / "home", ignore_errors=True)
        (folder / "home").mkdir(parents=True, exist_ok=True)
        (folder / "reports").mkdir()
        places = {"datasets": datasets, "reports": folder / "reports", "home": folder / "home", "date": self.args.date}
        command = self.fill(self.commands[name], **places)
        cost = measure.run(command, self.args.work / f"{self.args.suite}-{name}.log", self.args.timeout)
        hashes = self.ask("report", str(folder / "reports"), *self.outputs)
        return {"suite": self.args.suite, "size": size, "name": name, **cost, "hashes": hashes}

    def ask(self, *question: str) -> dict:
        command = self.fill("{duckdb} {here}/outputs.py") + list(question)
        return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    def judge(self, result: dict, peer: dict) -> dict:
        """Void what failed or wrote something else than the peer."""
        reasons = [f"exit code {result['code']}"] if result["code"] else []
        reasons += [f"the peer failed ({peer['code']})"] if peer["code"] else []
        for output in self.outputs:
            if output not in result["hashes"] or result["hashes"][output] != peer["hashes"].get(output):
                reasons.append(f"{output} differs")
        template = self.stored.get(result["name"])
        if template and self.args.peer in self.stored and not reasons and result is not peer:
            result["stored"] = self.ask("assets", self.stored_by(self.args.peer), self.stored_by(result["name"]))
            reasons += [f"stored {name} differs" for name, found in result["stored"].items() if not found["same"]]
        return result | ratios(result, peer) | {"peer": self.args.peer, "void": ", ".join(reasons)}

    def stored_by(self, name: str) -> str:
        return self.stored[name].replace("{home}", str(self.args.work / "runs" / f"{self.args.suite}-{name}" / "home"))

    def round(self, number: int, size: int) -> list[dict]:
        """Everybody once, in an order that turns with each round."""
        datasets, turn = self.data(size), number % len(self.names)
        ran = {name: self.run(name, size, datasets) for name in self.names[turn:] + self.names[:turn]}
        peer = ran[self.args.peer]
        return [self.judge(ran[name], peer) | {"round": number} for name in self.names]


def ratios(result: dict, peer: dict) -> dict[str, float]:
    """To the peer of the same round: of seconds, and of CPU seconds, which noise spoils less."""
    costs = [("ratio", "wall_s"), ("cpu_ratio", "cpu_s")]
    return {name: round(result[cost] / max(peer[cost], 0.001), 3) for name, cost in costs}


def words(command: str, places: dict[str, object]) -> list[str]:
    try:
        return [word.format(**places) for word in shlex.split(command)]
    except KeyError as missing:
        known = ", ".join(f"{{{name}}}" for name in places)
        raise Refused("placeholder", command=command, found=missing.args[0], known=known) from None


def named(option: str, given: list[str], example: str) -> dict[str, str]:
    for text in given:
        if "=" not in text.split(" ")[0]:
            raise Refused("no_command", option=option, found=text, example=example)
    return dict(text.split("=", 1) for text in given)


def arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("suite", choices=list(SUITES))
    options.add_argument("--sizes", default="1000,1000000")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--only")
    options.add_argument("--peer", default="duckdb")
    options.add_argument("--extra", action="append", default=[])
    options.add_argument("--stored", action="append", default=[])
    options.add_argument("--keep-home", action="append", default=[])
    options.add_argument("--data")
    options.add_argument("--guard", action="store_true")
    options.add_argument("--date", default="2026-01-01")
    options.add_argument("--work", type=pathlib.Path, default=HERE.parents[1] / ".kit" / "bench")
    options.add_argument("--results", type=pathlib.Path)
    options.add_argument("--timeout", type=float, default=900)
    args = options.parse_args()
    args.work = args.work.resolve()
    args.data = args.data or SUITES[args.suite].data
    args.results = args.results or args.work / f"results-{args.suite}.jsonl"
    return args


def main() -> int:
    args, results = arguments(), []
    try:
        bench = Bench(SUITES[args.suite], args)
        for number in range(args.rounds):
            for size in map(int, args.sizes.split(",")):
                results += bench.round(number, size)
                print(say("round_done", number=number + 1, rounds=args.rounds, size=size), file=sys.stderr, flush=True)
                with args.results.open("a") as out:
                    out.writelines(json.dumps(result) + "\n" for result in results[-len(bench.names) :])
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    print(table(results), goals(results), sep="\n\n")
    dearer = guard.dearer(results, json.loads(guard.LANDED.read_text())) if args.guard else []
    print(*dearer, sep="\n", file=sys.stderr)
    return int(any(result["void"] for result in results) or bool(dearer))


if __name__ == "__main__":
    sys.exit(main())
