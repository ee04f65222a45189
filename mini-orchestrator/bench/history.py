"""Whether a long history costs anything: pages for eight clients who each ask for another one, and commands.

usage: history.py [--sizes 1000,10000,100000] [--rounds 3] [--seconds 5] [--clients 8] [--work DIR] [--results FILE]

Each size has a home of its own (history_home.py), which is kept. README.md says what each row means.
"""

import argparse
import json
import os
import pathlib
import random
import statistics
import sys
import time
from collections.abc import Callable

import goals
import history_home
import measure
import ui

STEPS = ("productos", "ventas_leidas", "ventas", "ventas_rechazadas", "ingresos_totales", "publicar_reporte")
PAGE_MS = 20
FLAT = 1.2


class Home(ui.Orquesta):
    """A home of a size, whose pages are asked for one by one: no address twice, so that none has been kept."""

    def __init__(self, work: pathlib.Path, runs: int) -> None:
        super().__init__(f"history-{runs}", work)
        self.runs, self.pipeline = runs, work / "ventas"
        self.home = history_home.make(work, runs)
        self.asked = 0

    def serve(self, port: int) -> list[str]:
        return [str(ui.KIT), "serve", str(self.pipeline), "--home", str(self.home), "--port", str(port)]

    def another(self, address: str) -> Callable[[], tuple]:
        """Of `{run}` any, of `{step}` any; `{n}` is never the same."""

        def request() -> tuple:
            self.asked += 1
            places = {"run": random.randint(26, self.runs), "step": random.choice(STEPS), "n": self.asked}
            return ("GET", address.format(**places), None)

        return request

    def megabytes(self) -> float:
        return (self.home / "orquesta.db").stat().st_size / 2**20


PAGES = {
    "home": "/?n={n}",
    "home, older runs": "/?before={run}&n={n}",
    "runs": "/runs?before={run}&n={n}",
    "runs, of a state": "/runs?state=failed&before={run}&n={n}",
    "runs, of a job and a state": "/runs?job=reporte_diario&state=ok&before={run}&n={n}",
    "run": "/runs/{run}?n={n}",
    "run, one task and why": "/runs/{run}?steps={step}&n={n}",
    "asset": "/assets/{step}?n={n}",
    "time": "/time?n={n}",
}
COMMANDS = {
    "`./kit runs`": ["runs"],
    "`./kit why STEP`": ["why", "ingresos_totales"],
    "`./kit why STEP --run 30`": ["why", "ingresos_totales", "--run", "30"],
    "`./kit show ASSET`": ["show", "ventas"],
    "`./kit run`, one asset": ["run", "{pipeline}", "--select", "productos", "--set", "datasets={datasets}"],
}


def round_of(home: Home, args: argparse.Namespace) -> dict:
    result = {"size": home.runs, "mb": home.megabytes(), "pages": {}, "commands": {}}
    with ui.served(home) as server:
        result["first_page_s"] = server["first_page_s"]
        for page, address in PAGES.items():
            ask = home.another(address)
            ui.load(server["port"], ask, argparse.Namespace(clients=args.clients, seconds=args.seconds / 2))
            before = cpu_s(server["pid"])
            waits = ui.load(server["port"], ask, args)
            result["pages"][page] = waits | {"cpu_ms": 1000 * (cpu_s(server["pid"]) - before) / waits["requests"]}
    for name, words in COMMANDS.items():
        command = [str(ui.KIT), *(word.format(pipeline=home.pipeline, datasets=history_home.DATASETS) for word in words), "--home", str(home.home)]
        result["commands"][name] = measure.run(command, home.log, 300)
    return result | {"load": os.getloadavg()[0]}


def cpu_s(root: int) -> float:
    """User and system, of a tree of processes; of those that live."""
    ticks = 0
    for pid in [root, *measure.descendants(root)]:
        stat = measure.read(f"/proc/{pid}/stat")
        ticks += sum(map(int, stat[stat.rindex(")") + 2 :].split()[11:13])) if stat else 0
    return ticks / os.sysconf("SC_CLK_TCK")


def table(results: list[dict]) -> str:
    """A row for each page and command, a column for each size; the middle of the rounds."""
    sizes = sorted({one["size"] for one in results})

    def middles(of: Callable[[dict], float]) -> list[float]:
        return [statistics.median(of(one) for one in results if one["size"] == size) for size in sizes]

    rows = [row("start to first page, s", middles(lambda one: one["first_page_s"]), 1.5, ".2f")]
    for page in PAGES:
        rows.append(row(f"{page}, p95 ms", middles(lambda one, page=page: one["pages"][page]["p95_ms"]), PAGE_MS, ".1f"))
    for page in PAGES:
        found = middles(lambda one, page=page: one["pages"][page]["cpu_ms"])
        rows.append(row(f"{page}, the server's CPU ms", found, FLAT * found[0], ".1f"))
    for name in COMMANDS:
        found = middles(lambda one, name=name: one["commands"][name]["cpu_s"])
        rows.append(row(f"{name}, CPU s", found, FLAT * found[0], ".2f"))
    rows.append(line("kB a run", [f"{1024 * mb / size:.1f}" for mb, size in zip(middles(lambda one: one["mb"]), sizes)], "-", "-"))
    head = line("work", [f"{size:,} runs" for size in sizes], "goal", "met")
    return "\n".join([head, "|---" * (len(sizes) + 3) + "|", *rows])


def row(name: str, found: list[float], goal: float, form: str) -> str:
    return line(name, [format(one, form) for one in found], format(goal, form), goals.verdict(max(found) <= goal))


def line(name: str, found: list[str], goal: str, met: str) -> str:
    return "| " + " | ".join([name, *found, goal, met]) + " |"


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--sizes", default="1000,10000,100000")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=float, default=5)
    options.add_argument("--clients", type=int, default=8)
    options.add_argument("--work", type=pathlib.Path, default=ui.HERE.parents[1] / ".kit" / "bench" / "history")
    options.add_argument("--results", type=pathlib.Path)
    args = options.parse_args()
    args.work = args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    began, results = time.monotonic(), []
    homes = [Home(args.work, int(size)) for size in args.sizes.split(",")]
    print(f"homes made in {time.monotonic() - began:.0f} s", file=sys.stderr)
    for number in range(args.rounds):
        for home in homes[number % len(homes) :] + homes[: number % len(homes)]:
            results.append(round_of(home, args))
            with (args.results or args.work / "results-history.jsonl").open("a") as out:
                out.write(json.dumps(results[-1]) + "\n")
    print(f"{goals.machine()}", "", table(results), sep="\n")
    wrong = [page for one in results for page, found in one["pages"].items() if found["wrong"]]
    wrong += [name for one in results for name, cost in one["commands"].items() if cost["code"]]
    print(*wrong, sep="\n", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
