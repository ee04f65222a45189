"""The parts that a set-up is made of: their progress, their logs, and what their failures mean."""

import os
import re
import shutil
import sys
import threading
import time

from kit.processes import call
from kit.texts import text
from kit.trouble import Trouble


class Progress:
    """One line per part with its seconds, on stderr; on a terminal a bar as well while parts go on."""

    def __init__(self, parts):
        self.parts, self.done, self.running = parts, 0, []

    def part(self, key):
        return Part(self, text(f"part.{key}"))


class Part:
    def __init__(self, progress, label):
        self.progress, self.label = progress, label

    def __enter__(self):
        self.start, self.over = time.monotonic(), threading.Event()
        self.progress.running.append(self)
        if sys.stderr.isatty():
            threading.Thread(target=self.draw, daemon=True).start()

    def __exit__(self, kind, trouble, trace):
        self.over.set()
        self.progress.running.remove(self)
        clear = "\r\033[K" if sys.stderr.isatty() else ""
        end = "" if kind is None else "  " + text("part.stopped")
        self.progress.done += 1
        print(f"{clear}{self.label:<34}{time.monotonic() - self.start:7.1f} s{end}", file=sys.stderr, flush=True)

    def draw(self):
        """The bar of all that runs; the first of them draws it."""
        progress = self.progress
        while not self.over.wait(0.2):
            running = progress.running[:]
            if running[:1] == [self]:
                bar = "#" * (20 * progress.done // progress.parts)
                labels = ", ".join(f"{part.label} {int(time.monotonic() - part.start)} s" for part in running)
                line = f"[{bar:.<20}] {progress.done}/{progress.parts} {labels}"
                print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)


def make(parts, progress=None):
    progress = progress or Progress(len(parts))
    for key, ensure in parts.items():
        with progress.part(key):
            ensure()


SPACE_MB = {"checkout": 600, "home": 500}


def check_space(place):
    """The disks of the checkout and of the package caches, before the set-up fills them."""
    for folder, needed in ((place.root, SPACE_MB["checkout"]), (os.path.expanduser("~"), SPACE_MB["home"])):
        free = shutil.disk_usage(folder).free >> 20 if os.path.isdir(folder) else needed
        if free < needed:
            raise Trouble("disk.small", folder, free, needed, code=1)


NO_NETWORK = (
    "Temporary failure in name resolution|Name or service not known|nodename nor servname|Network is unreachable"
    "|Failed to establish a new connection|Could not transfer artifact|Unknown host|UnknownHostException"
    "|Connection refused|NameResolutionError|ConnectionError|\\(from versions: none\\)"
)
NO_SPACE = "No space left on device|Disk quota exceeded|There is not enough space on the disk"


def run_part(place, key, command, env=None):
    """Run a part's process with its output in a log; a failure becomes the sentence that fits."""
    log = place.in_kit("log", f"{key}.log")
    code = call(command, log, env, place.root)
    if code != 0:
        raise failure(place, key, code, log)


def failure(place, key, code, log):
    with open(log, encoding="utf-8", errors="replace") as file:
        lines = [line.rstrip() for line in file if line.strip()]
    whole = "\n".join(lines)
    label = text(f"part.{key}")
    # The log is on the same disk: where that is full, the log cannot say so.
    if re.search(NO_SPACE, whole) or shutil.disk_usage(place.kit).free < 1 << 20:
        return Trouble("disk.full", place.root, code=1)
    if re.search(NO_NETWORK, whole):
        return Trouble("network.none", label, log, code=1)
    return Trouble("part.failed", label, code, log, code=1, tail=lines[-25:])
