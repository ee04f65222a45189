"""The pages beside `dagster dev`: start to first page, memory at rest, and how long eight clients wait for a page.

usage: ui.py [--sizes 1000,10000] [--rounds 3] [--seconds 10] [--clients 8] [--work DIR] [--results FILE]

Ours: `../../kit serve ventas` and its two pages, whole. Dagster: `dagster dev` and what its two pages ask for (GraphQL:
25 runs; one run with its events); its browser renders that, ours gets it rendered. Both in turn in each round.
"""

import argparse
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import environments
import measure

HERE = pathlib.Path(__file__).resolve().parent
KIT = HERE.parents[1] / "kit"
RUNS = "{runsOrError(limit:25){... on Runs{results{runId jobName status startTime endTime tags{key value}}}}}"
RUN = (
    '{runOrError(runId:"%s"){... on Run{runId jobName status startTime endTime stepStats{stepKey status startTime'
    " endTime} eventConnection(limit:1000){events{__typename ... on MessageEvent{message timestamp stepKey}}}}}}"
)
PATIENCE_S = 180
SETTLE_S = 10


class Site:
    """A system with pages: its command, where its pages are, and how its home gets many runs."""

    def __init__(self, name: str, work: pathlib.Path) -> None:
        self.name, self.home, self.log = name, work / f"ui-{name}-home", work / f"ui-{name}.log"

    def fresh(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True)

    def do(self, command: list[str]) -> str:
        with self.log.open("ab") as log:
            return subprocess.run(command, env=self.env(), stdout=subprocess.PIPE, stderr=log, check=True, text=True).stdout


class Orquesta(Site):
    def env(self) -> dict[str, str]:
        return dict(os.environ)

    def serve(self, port: int) -> list[str]:
        return [str(KIT), "serve", "ventas", "--home", str(self.home), "--port", str(port)]

    def fill(self, count: int) -> dict[str, tuple]:
        if not (self.home / "orquesta.db").exists():
            reports = f"reports={self.home / 'reports'}"
            self.do([str(KIT), "run", "ventas", "--home", str(self.home), "--set", reports])
        path = str(KIT.parent / ".kit" / "lib" / "*")
        self.do(["java", "-cp", path, str(HERE / "FillRuns.java"), str(self.home), str(count)])
        return {"list": ("GET", "/", None), "run": ("GET", f"/runs/{count}", None)}


class Dagster(Site):
    def __init__(self, name: str, work: pathlib.Path) -> None:
        super().__init__(name, work)
        self.python = pathlib.Path(environments.python(work, "dagster"))

    def env(self) -> dict[str, str]:
        return {**os.environ, "DAGSTER_HOME": str(self.home), "DAGSTER_DISABLE_TELEMETRY": "yes"}

    def serve(self, port: int) -> list[str]:
        dagster = str(self.python.with_name("dagster"))
        return [dagster, "dev", "-f", str(HERE / "ui_dagster.py"), "-h", "127.0.0.1", "-p", str(port)]

    def fill(self, count: int) -> dict[str, tuple]:
        real = self.do([str(self.python), str(HERE / "ui_dagster.py"), str(count)]).split()[-1]
        ask = {"list": RUNS, "run": RUN % real}
        return {page: ("POST", "/graphql", json.dumps({"query": query})) for page, query in ask.items()}


@contextmanager
def served(site: Site) -> Iterator[dict]:
    """The site while it runs: its port, and the seconds from the command to the first page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.monotonic()
    with site.log.open("ab") as log:
        process = subprocess.Popen(site.serve(port), env=site.env(), stdout=log, stderr=log, start_new_session=True)
    try:
        while not answers(port):
            if process.poll() is not None or time.monotonic() - began > PATIENCE_S:
                raise SystemExit(f"{site.name} shows no page; see {site.log}")
            time.sleep(0.02)
        yield {"port": port, "pid": process.pid, "first_page_s": time.monotonic() - began}
    finally:
        tree = [process.pid, *measure.descendants(process.pid)]
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            pass
        for pid in tree:
            measure.signal_process(pid)
        process.wait()


def answers(port: int) -> bool:
    try:
        return fetch(http.client.HTTPConnection("127.0.0.1", port, timeout=30), ("GET", "/", None)) > 0
    except (OSError, http.client.HTTPException):
        return False


def fetch(connection: http.client.HTTPConnection, request: tuple) -> int:
    """The size of what came; 0 if it was no good answer."""
    method, path, body = request
    connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
    answer = connection.getresponse()
    content = answer.read()
    return 0 if answer.status != 200 or b'"errors"' in content else len(content)


def memory(pid: int) -> dict:
    """Of the whole tree; `pss_mb` shares pages out that several processes share."""
    tree = [pid, *measure.descendants(pid)]
    pss = 0
    for one in tree:
        lines = measure.read(f"/proc/{one}/smaps_rollup").splitlines()
        pss += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return {"rss_mb": sum(map(measure.resident_mb, tree)), "pss_mb": pss / 1024, "processes": len(tree)}


def load(port: int, ask: Callable[[], tuple], args: argparse.Namespace) -> dict:
    """So many clients, each asking again as soon as it has its answer."""
    waits, wrong, sizes, until = [], [], [], time.monotonic() + args.seconds

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while time.monotonic() < until:
            began = time.perf_counter()
            size = fetch(connection, ask())
            waits.append(1000 * (time.perf_counter() - began))
            (sizes if size else wrong).append(size)

    clients = [threading.Thread(target=client) for _ in range(args.clients)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    waits.sort()
    at = {q: waits[min(len(waits) - 1, int(q * len(waits)))] for q in (0.5, 0.95)}
    return {"p50_ms": at[0.5], "p95_ms": at[0.95], "requests": len(waits), "wrong": len(wrong), "bytes": max(sizes, default=0)}


def round_of(site: Site, size: int, args: argparse.Namespace) -> dict:
    pages = site.fill(size)
    with served(site) as server:
        result = {"name": site.name, "size": size, "first_page_s": server["first_page_s"]}
        time.sleep(SETTLE_S)
        result.update(memory(server["pid"]))
        for page, request in pages.items():
            load(server["port"], lambda: request, argparse.Namespace(clients=args.clients, seconds=2))  # what a JIT wants to see
            result[page] = load(server["port"], lambda: request, args)
        return result | {"load1": os.getloadavg()[0]}


def table(results: list[dict]) -> str:
    lines = ["| runs | what | first page s | at rest MB (PSS) | processes | list p95 ms | run p95 ms | bytes of list, run | wrong |"]
    lines.append("|---|---|---|---|---|---|---|---|---|")
    for size, name in dict.fromkeys((one["size"], one["name"]) for one in results):
        mine = [one for one in results if (one["size"], one["name"]) == (size, name)]
        middle = lambda key: statistics.median(key(one) for one in mine)  # noqa: E731
        start, rss = middle(lambda one: one["first_page_s"]), middle(lambda one: one["rss_mb"])
        pss, lists = middle(lambda one: one["pss_mb"]), middle(lambda one: one["list"]["p95_ms"])
        runs, wrong = middle(lambda one: one["run"]["p95_ms"]), sum(one[page]["wrong"] for one in mine for page in ("list", "run"))
        cells = [f"{size:,}", name, f"{start:.2f}", f"{rss:.0f} ({pss:.0f})", mine[0]["processes"], f"{lists:.1f}", f"{runs:.1f}"]
        cells += [f"{mine[0]['list']['bytes']:,}, {mine[0]['run']['bytes']:,}", wrong]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--sizes", default="1000,10000")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument("--clients", type=int, default=8)
    options.add_argument("--work", type=pathlib.Path, default=HERE.parents[1] / ".kit" / "bench")
    options.add_argument("--results", type=pathlib.Path)
    args = options.parse_args()
    args.work = args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    sites, results = [Orquesta("orquesta", args.work), Dagster("dagster", args.work)], []
    for site in sites:
        site.fresh()
    for size in map(int, args.sizes.split(",")):
        for number in range(args.rounds):
            for site in sites[number % 2 :] + sites[: number % 2]:
                results.append(round_of(site, size, args))
                with (args.results or args.work / "results-ui.jsonl").open("a") as out:
                    out.write(json.dumps(results[-1]) + "\n")
    print(table(results))
    return 1 if any(one[page]["wrong"] for one in results for page in ("list", "run")) else 0


if __name__ == "__main__":
    sys.exit(main())
