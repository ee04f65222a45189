"""Run one command and say what it cost. Linux, standard library only.

usage: measure.py [--timeout SECONDS] [--log FILE] -- COMMAND ARGUMENT...

Prints one JSON object: wall_s; cpu_s (user and system, of every process that ended); peak_mb (the largest sum of
resident memory over the whole tree of processes, looked at every 20 ms; a page that two processes share counts twice);
largest_mb (the largest single process, as the kernel counts it, so that nothing between two looks is missed);
processes (most at once); left (processes still there at the end, which are then ended, since they would warm the next
run); others (share of all cores that anything else used: above 0.3 look at ratios and cpu_s, not at seconds); code
(the exit code; -9 also after the time limit).
"""

import argparse
import ctypes
import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import threading
import time

from texts import Refused

PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20
PR_SET_CHILD_SUBREAPER = 36
LOOK_EVERY_S = 0.02


def run(command: list[str], log: pathlib.Path, timeout: float, env: dict[str, str] | None = None) -> dict:
    """Run a command with its output in a file; the caller has no other child at that time."""
    if sys.platform != "linux":
        raise Refused("linux", found=sys.platform)
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # what a command leaves behind becomes our child
    before, machine, start = resource.getrusage(resource.RUSAGE_CHILDREN), busy_seconds(), time.monotonic()
    with log.open("ab") as out:
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True, env=env
            )
        except OSError:
            raise Refused("no_program", command=command[0]) from None
        watch = Watch(start + timeout)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    machine = busy_seconds() - machine
    watch.stop()
    left = end_children()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "wall_s": round(wall, 3),
        "cpu_s": round(cpu, 3),
        "peak_mb": round(max(watch.peak_mb, usage.ru_maxrss / 1024), 1),
        "largest_mb": round(usage.ru_maxrss / 1024, 1),
        "processes": watch.processes,
        "left": left,
        "others": round(min(1.0, max(0.0, machine - cpu) / (wall * os.cpu_count())), 2),
        "code": process.returncode,
    }


class Watch:
    """Looks at the tree of our children until told to stop; ends it when the time is over."""

    def __init__(self, deadline: float) -> None:
        self.peak_mb, self.processes = 0.0, 0
        self._deadline, self._stopped = deadline, threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._stopped.wait(LOOK_EVERY_S):
            pids = descendants(os.getpid())
            self.processes = max(self.processes, len(pids))
            self.peak_mb = max(self.peak_mb, sum(map(resident_mb, pids)))
            if time.monotonic() > self._deadline:
                for pid in pids:
                    signal_process(pid)


def descendants(root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        stat = read(f"/proc/{name}/stat")
        if stat:
            children.setdefault(int(stat[stat.rindex(")") + 2 :].split()[1]), []).append(int(name))
    found, todo = [], children.get(root, [])
    while todo:
        pid, *todo = todo
        found.append(pid)
        todo += children.get(pid, [])
    return found


def resident_mb(pid: int) -> float:
    statm = read(f"/proc/{pid}/statm").split()
    return int(statm[1]) * PAGE_MB if statm else 0.0


def read(path: str) -> str:
    """A file of a process, empty if the process is gone."""
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ""


def busy_seconds() -> float:
    user, nice, system, _, _, irq, soft, steal = map(int, read("/proc/stat").split()[1:9])
    return (user + nice + system + irq + soft + steal) / os.sysconf("SC_CLK_TCK")


def end_children() -> int:
    """End what the command left running, until nothing is left; return how many there were."""
    ended = set()
    while pids := descendants(os.getpid()):
        for pid in pids:
            if not zombie(pid):
                ended.add(pid)
                signal_process(pid)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            break
    return len(ended)


def zombie(pid: int) -> bool:
    stat = read(f"/proc/{pid}/stat")
    return not stat or stat[stat.rindex(")") + 2] == "Z"


def signal_process(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--timeout", type=float, default=900)
    options.add_argument("--log", type=pathlib.Path, default=pathlib.Path(os.devnull))
    options.add_argument("command", nargs="+")
    args = options.parse_args()
    try:
        print(json.dumps(run(args.command, args.log, args.timeout)))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return refused.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
