"""What the kit takes of a machine's memory, seen from outside: the pages, kernels, and all that a lesson needs together.

usage: memory.py [--lessons L09,L11,L13] [--language es] [--rounds 3] [--work DIR] [--results FILE]

PSS of /proc/PID/smaps_rollup over whole trees of processes: a page that several share is shared out among them. The
checkout is set up with its kernel (`./kit up`). README.md says what each row means.
"""

import argparse
import json
import pathlib
import socket
import statistics
import subprocess
import sys
import time

import goals
import measure
import ui

VENV = ui.KIT.parent / ".kit" / "venv" / "bin"
LIMITS = {"pages at rest": 120, "pages after 400 of them": 200, "kernel, first cell": 250, "kernel after a lesson": 250}
TOGETHER = "three kernels after a lesson, JupyterLab, the pages"
LIMITS[TOGETHER] = 2048


class Pages(ui.Orquesta):
    """The example, whose home has a run."""

    def begin(self) -> None:
        if not (self.home / "orquesta.db").exists():
            self.home.mkdir(parents=True, exist_ok=True)
            reports = f"reports={self.home / 'reports'}"
            self.do([str(ui.KIT), "run", "ventas", "--home", str(self.home), "--set", reports])

    def walk(self, port: int) -> None:
        """Four hundred pages, none of them kept."""
        ask = ui.http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for number in range(100):
            for path in ("/", "/runs", "/runs/1", "/assets/ventas"):
                ui.fetch(ask, ("GET", f"{path}?n={number}", None))


def lab(work: pathlib.Path) -> subprocess.Popen:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(VENV / "jupyter"), "lab", "--no-browser", "--allow-root", f"--port={port}", f"--notebook-dir={work}"]
    with (work / "lab.log").open("ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)


def kernel(notebook: pathlib.Path, work: pathlib.Path) -> subprocess.Popen:
    command = [str(VENV / "python"), str(ui.HERE / "memory_kernel.py"), str(notebook)]
    with (work / "kernel.log").open("ab") as log:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)


def round_of(args: argparse.Namespace) -> dict[str, float]:
    pages, started, found = Pages("memory", args.work), [], {}
    pages.begin()
    lessons = [ui.KIT.parent / "notebooks" / args.language / f"{name}.ipynb" for name in args.lessons.split(",")]
    try:
        with ui.served(pages) as server:
            time.sleep(ui.SETTLE_S)
            found["pages at rest"] = ui.memory(server["pid"])["pss_mb"]
            pages.walk(server["port"])
            found["pages after 400 of them"] = ui.memory(server["pid"])["pss_mb"]
            started.append(lab(args.work))
            kernels = []
            for lesson in lessons:
                started.append(kernel(lesson, args.work))
                kernels.append(json.loads(started[-1].stdout.readline()))
            found["kernel, first cell"] = max(one["taken"]["first cell"] for one in kernels)
            found["kernel after a lesson"] = max(one["taken"]["a lesson"] for one in kernels)
            pids = [server["pid"], started[0].pid, *(one["pid"] for one in kernels)]
            found[TOGETHER] = sum(ui.memory(pid)["pss_mb"] for pid in pids)
    finally:
        for process in started:
            for pid in [*measure.descendants(process.pid), process.pid]:
                measure.signal_process(pid)
            process.wait()
    return found


def table(rounds: list[dict[str, float]]) -> str:
    lines = ["| what | MB (PSS), each round | goal | met |", "|---|---|---|---|"]
    for what, most in LIMITS.items():
        taken = [one[what] for one in rounds]
        cells = [what, ", ".join(f"{mb:.0f}" for mb in taken), str(most), goals.verdict(statistics.median(taken) <= most)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--lessons", default="L09,L11,L13")
    options.add_argument("--language", default="es")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--work", type=pathlib.Path, default=ui.HERE.parents[1] / ".kit" / "bench" / "memory")
    options.add_argument("--results", type=pathlib.Path)
    args = options.parse_args()
    args.work = args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    rounds = []
    for _ in range(args.rounds):
        rounds.append(round_of(args))
        with (args.results or args.work / "results-memory.jsonl").open("a") as out:
            out.write(json.dumps(rounds[-1]) + "\n")
    print(goals.machine(), "", table(rounds), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
