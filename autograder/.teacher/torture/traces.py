"""What a batch may leave behind: files, processes, connections. Looked at before and after."""

import hashlib
import os
import shutil
import socket
import subprocess
import threading
import time

KILL = 1 << 8
LOOK_SECONDS, LOOKS, MOST_SECONDS = 0.05, 20, 60


def javac():
    """The compiler that the environment names, else that of PATH; it makes the class files of two submissions."""
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", "javac") if home else shutil.which("javac")


class Port:
    """A server on this machine that nobody may reach; it remembers that somebody did."""

    def __init__(self):
        self.server = socket.create_server(("127.0.0.1", 0))
        self.number = self.server.getsockname()[1]
        self.visited = threading.Event()
        threading.Thread(target=self.count, daemon=True).start()

    def count(self):
        while True:
            try:
                self.server.accept()[0].close()
            except OSError:
                return
            self.visited.set()

    def close(self):
        self.server.close()


def content(path):
    if os.path.islink(path):
        return "link " + os.readlink(path)
    if not os.path.isfile(path):
        return "special"
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def tree(root):
    return {
        os.path.relpath(os.path.join(folder, name), root): content(os.path.join(folder, name))
        for folder, _, names in os.walk(root)
        for name in names
    }


def named(prefix, roots):
    """Files of this name in these folders and the folders right below them."""
    found = []
    for root in roots:
        for folder, folders, names in os.walk(root):
            found += [os.path.join(folder, name) for name in names if name.startswith(prefix)]
            if folder != root:
                folders.clear()
    return found


def remove(prefix, roots):
    for path in named(prefix, roots):
        os.remove(path)


def processes():
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                found[int(pid)] = file.read().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
    return found


def is_killed(pid):
    """Whether it was sent kill -9, and is there only until it gets a processor to end on."""
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8") as file:
            said = dict(line.split(":\t", 1) for line in file.read().splitlines() if ":\t" in line)
    except OSError:
        return True
    return said["State"][0] in "ZX" or bool((int(said["SigPnd"], 16) | int(said["ShdPnd"], 16)) & KILL)


class Traces:
    """One look. The checkout is what git sees of it, without .kit and target: other tests may be building meanwhile."""

    def __init__(self, batch, checkout):
        self.batch = tree(batch)
        status = ["git", "-C", checkout, "status", "--porcelain", "--ignored", "--untracked-files=all"]
        lines = subprocess.run(status, check=True, capture_output=True, text=True).stdout.splitlines()
        paths = {line: line[3:].strip('"').split("/") for line in lines}
        self.checkout = {line for line, names in paths.items() if not {".kit", "target", "__pycache__"} & set(names)}
        self.seen = processes()

    def processes(self, *words, besides):
        """The commands that hold one of these words and did not run at the other look; not this program's own."""
        return [*self.found(words, besides).values()]

    def found(self, words, besides):
        return {
            pid: command
            for pid, command in self.seen.items()
            if pid not in besides.seen and pid != os.getpid() and any(word in command for word in words)
        }

    def left(self, *words, besides):
        """The same of those that stay: what was killed before the look has a minute to end, what was not a second."""
        until, looks = time.monotonic() + MOST_SECONDS, 0
        while (found := self.found(words, besides)) and looks < LOOKS and time.monotonic() < until:
            looks += not all(map(is_killed, found))
            time.sleep(LOOK_SECONDS)
            now = processes()
            self.seen = {pid: command for pid, command in self.seen.items() if now.get(pid) == command}
        return [*found.values()]
