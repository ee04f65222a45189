"""Processes that end with us: Ctrl-C, a closed terminal and a fault of ours leave none of them behind."""

import os
import signal
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

from kit.place import WINDOWS


def start(command, log, env=None, cwd=None):
    """Start a process in a group of its own, so that the terminal's Ctrl-C reaches us alone and we end it whole."""
    os.makedirs(os.path.dirname(log), exist_ok=True)
    with open(log, "wb") as out:
        how = {"stdin": subprocess.DEVNULL, "stdout": out, "stderr": out, "start_new_session": not WINDOWS}
        begin = Together.now.begin if Together.now else subprocess.Popen
        return begin(command, env=env, cwd=cwd, **how)


class Together:
    """Calls side by side. The first that fails ends what all of them have started, and none starts anything more."""

    now = None

    def __init__(self):
        self.lock, self.started, self.over = threading.Lock(), [], False

    def run(self, *calls):
        Together.now = self
        try:
            with ThreadPoolExecutor(len(calls)) as threads:
                going = [threads.submit(call) for call in calls]
                try:
                    for ended in as_completed(going):
                        ended.result()
                except BaseException:
                    self.end()
                    raise
        finally:
            Together.now = None

    def begin(self, command, **how):
        with self.lock:
            if self.over:
                raise InterruptedError(f"{command[0]} is not started: a call beside it has failed")
            self.started.append(subprocess.Popen(command, **how))
            return self.started[-1]

    def end(self):
        with self.lock:
            self.over = True
        for process in self.started:
            if process.poll() is None:
                stop(process)


def call(command, log, env=None, cwd=None, limit=None):
    return wait_for([start(command, log, env, cwd)], limit)[0]


def wait_for(running, limit=None):
    """The exit codes of processes that run side by side, in their order; all are ended if one outlasts the limit."""
    until = None if limit is None else time.monotonic() + limit
    try:
        return [process.wait(until and max(0, until - time.monotonic())) for process in running]
    except BaseException:
        for process in running:
            if process.poll() is None:
                stop(process)
        raise


PATIENCE = 10


def stop(process):
    """End a process and all below it, also what has a group of its own, as the kernels of Jupyter have."""
    if WINDOWS:
        subprocess.call(["taskkill", "/F", "/T", "/PID", str(process.pid)])
        return
    family = descendants(process.pid)
    send(signal.SIGTERM, process.pid, group=True)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        pass
    send(signal.SIGKILL, process.pid, group=True)
    alive = {pid: begun for pid, _, begun in processes()}
    for pid, begun in family.items():
        if alive.get(pid) == begun:
            send(signal.SIGKILL, pid)
    process.wait()


def send(number, pid, group=False):
    try:
        (os.killpg if group else os.kill)(pid, number)
    except (ProcessLookupError, PermissionError):
        pass


def descendants(pid):
    """{process: when it began} of all below a process; the second tells it from a later process of the same number."""
    table, family = list(processes()), {}
    wanted = {pid}
    while wanted:
        below = {child: begun for child, parent, begun in table if parent in wanted and child not in family}
        family.update(below)
        wanted = set(below)
    return family


def processes():
    """(process, parent, when it began) of every process."""
    if os.path.isdir("/proc/self"):
        for name in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                    fields = file.read().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[0] != "Z":
                yield int(name), int(fields[1]), fields[19]
        return
    listing = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,lstart="], capture_output=True, text=True)
    for line in listing.stdout.splitlines():
        pid, parent, begun = line.split(None, 2)
        yield int(pid), int(parent), begun


def end_like_ctrl_c():
    """SIGTERM and a closed terminal end us as Ctrl-C does: with all that we started."""

    def interrupt(*_):
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), interrupt)
