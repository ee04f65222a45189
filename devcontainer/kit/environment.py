"""The environment in .kit/venv: JupyterLab and the Java kernel, by the lock file."""

import hashlib
import os
import shutil
import sys

from kit.parts import run_part
from kit.place import write_state
from kit.trouble import Trouble


def lock_hash(place):
    with open(place.at("devcontainer", "requirements.lock"), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def check_environment(place, state):
    if not os.path.exists(place.python):
        raise Trouble("environment.missing")
    if state.get("environment") != lock_hash(place):
        raise Trouble("environment.stale")


def check_venv_module():
    missing = [name for name in ("venv", "ensurepip") if not has_module(name)]
    if missing:
        raise Trouble("venv.missing", sys.executable, missing[0], "%d.%d" % sys.version_info[:2])


def has_module(name):
    import importlib.util

    return importlib.util.find_spec(name) is not None


def ensure_environment(place, state):
    try:
        return check_environment(place, state)
    except Trouble:
        check_venv_module()
    state.pop("environment", None)
    write_state(place, state)
    shutil.rmtree(place.venv, ignore_errors=True)
    python = getattr(sys, "_base_executable", None) or sys.executable
    run_part(place, "environment", [python, "-I", "-m", "venv", place.venv])
    pip = [place.python, "-I", "-m", "pip", "-q", "--no-input", "--disable-pip-version-check", "install"]
    wanted = ["--no-compile", "--require-hashes", "-r", place.at("devcontainer", "requirements.lock")]
    run_part(place, "environment", [*pip, *wanted])
    state["environment"] = lock_hash(place)
    write_state(place, state)
