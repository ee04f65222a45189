"""How much memory the processes of a session hold together: what each has for itself, looked at twice a second."""

import os
import threading


class Memory(threading.Thread):
    """In MB: the most of all at one time, and the most of the process that leads the session."""

    def __init__(self, session):
        super().__init__(daemon=True)
        self.session, self.most, self.leader, self.over = session, 0, 0, threading.Event()

    def run(self):
        while not self.over.wait(0.5):
            sizes = {name: own(name) for name in os.listdir("/proc") if name.isdigit() and self.is_ours(name)}
            self.most = max(self.most, sum(sizes.values()))
            self.leader = max(self.leader, sizes.get(str(self.session), 0))

    def is_ours(self, process):
        try:
            return os.getsid(int(process)) == self.session
        except OSError:
            return False


def own(process):
    """The pages that it shares with nobody; archives of classes are everybody's."""
    try:
        with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
            lines = dict(line.split(":") for line in file.read().splitlines()[1:])
        return sum(int(lines[key].split()[0]) for key in ("Private_Clean", "Private_Dirty")) / 1024
    except (OSError, ValueError, KeyError):
        return 0
