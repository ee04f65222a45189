"""Where things are: the checkout and what is in its .kit, its files whole or not at all, programs on PATH."""

import _thread
import json
import os

WINDOWS = os.name == "nt"


class Place:
    """The checkout; all that this stage makes is in .kit."""

    def __init__(self, root):
        self.root = root
        self.kit = os.path.join(root, ".kit")
        self.lib = self.in_kit("lib")
        self.venv = self.in_kit("venv")
        self.python = os.path.join(self.venv, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))

    def in_kit(self, *names):
        return os.path.join(self.kit, *names)

    def at(self, *names):
        return os.path.join(self.root, *names)


def compiled(place):
    """The variable by which Python keeps what it compiles in .kit, not beside sources; pip has compiled nothing."""
    return {"PYTHONPYCACHEPREFIX": place.in_kit("pycache")}


def which(name):
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        file = os.path.join(folder, name + (".exe" if WINDOWS else ""))
        if folder and os.access(file, os.X_OK) and os.path.isfile(file):
            return file
    return None


def read_state(place):
    try:
        with open(place.in_kit("state.json"), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


WRITING = _thread.allocate_lock()


def write_state(place, state):
    """Two parts of a set-up may note at once what they have made; a copy, since the other may be adding to it."""
    with WRITING:
        write(place.in_kit("state.json"), json.dumps(dict(state), indent=1))


def read_text(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return None


def write(path, content):
    """Write a file whole or not at all: a reader, or a Ctrl-C in between, never meets half of it."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    fresh = f"{path}.{os.getpid()}"
    try:
        with open(fresh, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        os.replace(fresh, path)
    finally:
        if os.path.exists(fresh):
            os.remove(fresh)
