"""Whether the build is that of the sources, told in a millisecond by their times and sizes."""

import os

TEACHER = ".teacher"
"""Of an exercise that the kit makes; what else begins with a dot is an editor's, or the system's."""


def stamps(root, folder):
    """[path, time, size] of each source below a folder: what tells in a millisecond that nothing was touched."""
    found = []
    try:
        entries = sorted(os.scandir(os.path.join(root, folder)), key=lambda entry: entry.name)
    except FileNotFoundError:
        return found
    for entry in entries:
        if (entry.name.startswith(".") and entry.name != TEACHER) or entry.name.endswith("~"):
            continue
        if entry.is_dir():
            found += stamps(root, f"{folder}/{entry.name}")
        else:
            status = entry.stat()
            found.append([f"{folder}/{entry.name}", status.st_mtime_ns, status.st_size])
    return found


def stamp(root, path):
    status = os.stat(os.path.join(root, path))
    return [path, status.st_mtime_ns, status.st_size]


def pom_stamps(root, modules):
    return [stamp(root, pom) for pom in ("pom.xml", *(f"{module}/pom.xml" for module in modules))]


def is_fresh(place, state):
    try:
        return (
            state.get("root") == place.root
            and pom_stamps(place.root, state["modules"]) == state["poms"]
            and all(
                stamps(place.root, f"{module}/src/main") == known["stamps"]
                for module, known in state["modules"].items()
            )
            and all(os.path.exists(os.path.join(place.lib, jar)) for jar in state["classpath"])
        )
    except (OSError, KeyError):
        return False
