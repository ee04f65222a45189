"""One ./kit at a time sets up a checkout."""

import os
import sys

from kit.place import WINDOWS
from kit.texts import text


class Lock:
    """One ./kit at a time sets up a checkout; a second waits and says for whom."""

    def __init__(self, place):
        self.place = place

    def __enter__(self):
        os.makedirs(self.place.kit, exist_ok=True)
        self.file = open(self.place.in_kit("lock"), "a+", encoding="utf-8")
        if WINDOWS:
            return
        import fcntl

        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.file.seek(0)
            print("kit: " + text("lock.waiting", self.file.read().strip() or "?"), file=sys.stderr, flush=True)
            fcntl.flock(self.file, fcntl.LOCK_EX)
        self.file.truncate(0)
        self.file.write(str(os.getpid()))
        self.file.flush()

    def __exit__(self, *_):
        self.file.close()
