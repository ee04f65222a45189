"""A checkout that was moved: its environment holds absolute paths, which are named anew."""

import os
import shutil
import sys

from kit.place import read_state, write, write_state


def settle(place):
    """The state, after repair if the checkout was moved: the environment and the kernel's specs hold absolute paths."""
    state = read_state(place)
    old = state.get("root")
    if old != place.root:
        if old and os.path.isdir(place.venv):
            rewrite_paths(place, old)
        shutil.rmtree(place.in_kit("cds"), ignore_errors=True)
        state["root"] = place.root
        write_state(place, state)
    write(place.in_kit("python"), getattr(sys, "_base_executable", None) or sys.executable)
    return state


def rewrite_paths(place, old):
    """Name the new folder in the environment's scripts (they start with the path of its Python) and settings."""
    names = os.path.join(old, ".kit", "venv").encode(), place.venv.encode()
    scripts = os.path.dirname(place.python)
    for name in [place.in_kit("venv", "pyvenv.cfg"), *(os.path.join(scripts, name) for name in os.listdir(scripts))]:
        if os.path.islink(name) or not os.path.isfile(name):
            continue
        with open(name, "rb") as file:
            content = file.read()
        if names[0] not in content:
            continue
        mode = os.stat(name).st_mode
        first, line, rest = content.partition(b"\n")
        if first.startswith(b"#!" + names[0]):
            # The form with sh holds also for paths with blanks and for long ones, which #! cannot name.
            first = b"#!/bin/sh\n'''exec' \"%s\" \"$0\" \"$@\"\n' '''" % place.python.encode()
            if rest.startswith(b"'''exec' "):
                rest = rest.split(b"\n", 2)[2]
        write(name, first.replace(*names) + line + rest.replace(*names))
        os.chmod(name, mode)
