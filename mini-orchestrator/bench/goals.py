"""One table of all that has a goal: ours, the peer, the goal, whether it is met. With the date and the machine.

usage: goals.py RESULTS.jsonl...

Both are of the same rounds; of each the least CPU seconds and the least wall count, since what else runs on a machine
only adds to them. A void row counts for nobody.
"""

import datetime
import json
import os
import pathlib
import platform
import sys
from collections.abc import Callable
from typing import NamedTuple

from table import short

HEAD = """| work | size | ours | the peer | ours / peer: wall (CPU s) | goal | met |
|---|---|---|---|---|---|---|"""


class Goal(NamedTuple):
    """At most so many times the wall of the peer."""

    suite: str
    size: int
    ours: str
    peer: str
    most: float


class Limit(NamedTuple):
    """At most so much of one figure, whatever the peer's."""

    suite: str
    size: int
    ours: str
    peer: str
    figure: Callable[[dict], float]
    most: float
    unit: str


def memory(row: dict) -> float:
    return row["peak_mb"]


def inside(row: dict) -> float:
    return row["run_s"] * 1000 / row["n"]


GOALS = (
    Goal("ventas", 1_000, "orquesta", "pandas", 1),
    Goal("ventas", 1_000_000, "orquesta", "duckdb", 1.3),
    Goal("ventas", 1_000_000, "orquesta", "pandas", 1),
    Goal("ventas", 10_000_000, "orquesta", "duckdb", 1.3),
    Goal("ventas", 10_000_000, "orquesta", "pandas", 1),
    Limit("ventas", 10_000_000, "orquesta", "duckdb", memory, 1500, "MB"),
    Goal("seed", 1_000, "orquesta", "pandas", 1),
    Goal("seed", 10_000_000, "orquesta_duckdb", "duckdb", 1.1),
    Goal("seed", 10_000_000, "orquesta", "duckdb", 1.3),
    Limit("noop", 1_000, "orquesta", "dagster", inside, 1, "ms a step"),
)


def goals(results: list[dict]) -> str:
    """The table; of a goal that nothing was measured for there is no line."""
    lines = [line for goal in GOALS if (line := line_of(goal, results))]
    return "\n".join([f"{datetime.date.today()}, {machine()}", "", HEAD, *lines]) if lines else ""


def line_of(goal: Goal | Limit, results: list[dict]) -> str:
    ours, peer = (rows(goal, name, results) for name in (goal.ours, goal.peer))
    if not ours:
        return ""
    voids = [row["void"] for row in ours if row.get("void")]
    ours, peer = ([row for row in those if not row.get("void")] for those in (ours, peer))
    start = f"| {goal.suite}, {goal.ours} beside {goal.peer} | {goal.size:,}"
    if not ours or (isinstance(goal, Goal) and not peer):
        return f"{start} | | | | | **void**: {'; '.join(sorted(set(voids))) or goal.peer} |"
    return start + (limit(goal, ours, peer) if isinstance(goal, Limit) else ratio(goal, ours, peer))


def ratio(goal: Goal, ours: list[dict], peer: list[dict]) -> str:
    (wall, cpu), (peer_wall, peer_cpu) = least(ours), least(peer)
    times = wall / peer_wall
    cells = [cost(wall, cpu), cost(peer_wall, peer_cpu), f"{short(times)} ({short(cpu / peer_cpu)})"]
    return f" | {' | '.join(cells)} | {goal.most:g} | {verdict(times <= goal.most)} |"


def limit(goal: Limit, ours: list[dict], peer: list[dict]) -> str:
    found, others = (min(map(goal.figure, those), default=None) for those in (ours, peer))
    beside = "-" if others is None else f"{short(others)} {goal.unit}"
    return f" | {short(found)} {goal.unit} | {beside} | | {goal.most:g} {goal.unit} | {verdict(found <= goal.most)} |"


def rows(goal: Goal | Limit, name: str, results: list[dict]) -> list[dict]:
    """Of all shapes of a suite that has shapes."""
    here = [row for row in results if row["suite"] == goal.suite and row["name"] == name]
    return [row for row in here if row.get("size", row.get("n")) == goal.size and "table" not in row.get("shape", "")]


def least(those: list[dict]) -> tuple[float, float]:
    return min(row["wall_s"] for row in those), min(row["cpu_s"] for row in those)


def cost(wall: float, cpu: float) -> str:
    return f"{short(wall)} s ({short(cpu)})"


def verdict(met: bool) -> str:
    return "yes" if met else "**no**"


def machine() -> str:
    cores, gigabytes = os.cpu_count(), os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    models = [text.split(":")[1].strip() for text in cpu_lines() if text.startswith("model name")]
    return f"{cores} processors ({models[0] if models else platform.machine()}), {gigabytes:.0f} GB, load {load()}"


def cpu_lines() -> list[str]:
    file = pathlib.Path("/proc/cpuinfo")
    return file.read_text().splitlines() if file.exists() else []


def load() -> str:
    return f"{os.getloadavg()[0]:.0f}"


if __name__ == "__main__":
    print(goals([json.loads(text) for path in sys.argv[1:] for text in pathlib.Path(path).read_text().splitlines()]))
