"""The servers that the last ./kit up started, as another ./kit finds them; ./kit down ends them."""

import json
import os
import signal
import subprocess
import time

from kit.place import WINDOWS, read_text, write
from kit.ports import answers
from kit.processes import processes, send, stop
from kit.texts import text


def running_server(place):
    """The port and token of this checkout's JupyterLab, if the ./kit up that started it still stands; else None."""
    server, alive = recorded_servers(place)
    return server if "up" in alive and answers(server["port"]) else None


def recorded_servers(place):
    """What the last ./kit up wrote down, and {name: process} of what still runs of it."""
    server = json.loads(read_text(servers_file(place)) or '{"processes": {}}')
    own = server["processes"].items()
    if WINDOWS:  # which has no table of processes that Python could read
        return server, {name: pid for name, (pid, _) in own if answers(server["port"])}
    began = {pid: when for pid, _, when in processes()}
    return server, {name: pid for name, (pid, when) in own if began.get(pid) == when}


def record_servers(place, server, started):
    """For another ./kit: where the servers are, and which processes; a process is its number and when it began."""
    pids = {"up": os.getpid(), **{name: process.pid for name, process in started.items()}}
    began = {} if WINDOWS else {pid: when for pid, _, when in processes()}
    own = {name: (pid, began.get(pid)) for name, pid in pids.items()}
    write(servers_file(place), json.dumps({**server, "processes": own}))
    os.chmod(servers_file(place), 0o600)  # the token is in it


def servers_file(place):
    return place.in_kit("servers.json")


class Orphan:
    """A process that another ./kit started: no child of ours, so it cannot be waited for, only looked at."""

    def __init__(self, pid):
        self.pid = pid

    def wait(self, limit=60):
        until = time.monotonic() + limit
        while any(pid == self.pid for pid, _, _ in processes()):
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired(str(self.pid), limit)
            time.sleep(0.05)


def stop_servers(place):
    """Ends what still runs of the last ./kit up, itself first, which ends the rest; whether there was anything."""
    _, alive = recorded_servers(place)
    if "up" in alive:
        send(signal.SIGTERM, alive["up"])
        Orphan(alive["up"]).wait()
    for pid in recorded_servers(place)[1].values():
        stop(Orphan(pid))
    return bool(alive)


def down(place, options):
    print(text("down.stopped") if stop_servers(place) else text("down.nothing"))
    return 0
