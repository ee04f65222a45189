"""What a step costs that does nothing: chains and fan-outs, Dagster's and others'.

usage: noop.py [--sizes 10,100,1000] [--shapes chain,fan,chain-table,fan-table] [--rounds 5] [--only a,b]
    [--extra 'name=command {n} {shape} {home}'].. [--work DIR] [--results FILE] [--timeout SECONDS]

A command runs n steps of the shape (fan: one root and n - 1 leaves) as one stored run in {home}, new each time. The
steps of a -table hand on a table of one row, the others nothing.
Two figures for a step: "inside" is the run's own time over n, from the last JSON object that the command printed
({"run_s": 1.2}, or {"started": ..., "ended": ...} as ISO times); "outside" is what each step adds to the whole command,
from the smallest size of the same round to this one, so that starting up is not counted for anybody.
"""

import argparse
import datetime
import json
import pathlib
import shutil
import statistics
import sys

import environments
import measure
from bench import HERE, named, words
from texts import Refused, unknown

DAGSTER = "env DAGSTER_HOME={home} {dagster} {here}/noop_dagster.py {n} {shape}"
COMMANDS = {"dagster": f"{DAGSTER} in_process", "dagster_multiprocess": f"{DAGSTER} multiprocess"}
LARGEST = {"dagster_multiprocess": 10}
HEAD = """| shape | steps | what | rounds | wall s | ms a step, inside | ms a step, outside | CPU s | peak MB |
|---|---|---|---|---|---|---|---|---|"""


def run(name: str, command: str, size: int, shape: str, args: argparse.Namespace) -> dict:
    home, log = args.work / "runs" / f"noop-{name}", args.work / f"noop-{name}.log"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    log.unlink(missing_ok=True)
    places = {"n": size, "shape": shape, "home": home, "here": HERE}
    if "{dagster}" in command:
        places["dagster"] = environments.python(args.work, "dagster")
    cost = measure.run(words(command, places), log, args.timeout)
    if cost["code"]:
        raise Refused("command_failed", what=name, code=cost["code"], command=command, log=log)
    return {"suite": "noop", "name": name, "shape": shape, "n": size, **cost, "run_s": run_seconds(log.read_text())}


def run_seconds(output: str) -> float | None:
    """The run's own time, if the command says it."""
    for line in reversed(output.splitlines()):
        try:
            said = json.loads(line)
        except ValueError:
            continue
        if isinstance(said, dict) and "run_s" in said:
            return said["run_s"]
        if isinstance(said, dict) and said.get("started") and said.get("ended"):
            started, ended = (datetime.datetime.fromisoformat(said[key]) for key in ("started", "ended"))
            return (ended - started).total_seconds()
    return None


def added(results: list[dict]) -> None:
    """Write into each result what each step adds from the outside, against the smallest size of its round."""
    smallest: dict[tuple, dict] = {}
    for result in sorted(results, key=lambda result: result["n"]):
        least = smallest.setdefault((result["name"], result["shape"], result["round"]), result)
        steps = result["n"] - least["n"]
        result["outside_ms"] = round(1000 * (result["wall_s"] - least["wall_s"]) / steps, 3) if steps else None
        result["inside_ms"] = round(1000 * result["run_s"] / result["n"], 3) if result["run_s"] is not None else None


def table(results: list[dict]) -> str:
    groups: dict[tuple, list[dict]] = {}
    for result in results:
        groups.setdefault((result["shape"], result["n"], result["name"]), []).append(result)
    columns = ["wall_s", "inside_ms", "outside_ms", "cpu_s", "peak_mb"]
    lines = [
        f"| {shape} | {n:,} | {name} | {len(rounds)} | {' | '.join(middle(rounds, column) for column in columns)} |"
        for (shape, n, name), rounds in groups.items()
    ]
    return "\n".join([HEAD, *lines])


def middle(rounds: list[dict], column: str) -> str:
    values = [result[column] for result in rounds if result[column] is not None]
    return f"{statistics.median(values):,.2f}" if values else "-"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="10,100,1000")
    options.add_argument("--shapes", default="chain,fan")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--only")
    options.add_argument("--extra", action="append", default=[])
    options.add_argument("--work", type=pathlib.Path, default=HERE.parents[1] / ".kit" / "bench")
    options.add_argument("--results", type=pathlib.Path)
    options.add_argument("--timeout", type=float, default=900)
    args, results = options.parse_args(), []
    args.work = args.work.resolve()
    try:
        commands = COMMANDS | named("extra", args.extra, "orquesta=./noop-steps {n} {shape} {home}")
        names = args.only.split(",") if args.only else list(commands)
        for name in names:
            if name not in commands:
                raise unknown("--only", name, commands)
        for number in range(args.rounds):
            for shape in args.shapes.split(","):
                for size in map(int, args.sizes.split(",")):
                    fitting = [name for name in names if size <= LARGEST.get(name, size)]
                    results += [run(name, commands[name], size, shape, args) | {"round": number} for name in fitting]
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    added(results)
    with (args.results or args.work / "results-noop.jsonl").open("a") as out:
        out.writelines(json.dumps(result) + "\n" for result in results)
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
