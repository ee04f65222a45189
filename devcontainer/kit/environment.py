"""The environment in .kit/venv: JupyterLab and the Java kernel, by the lock file."""

import glob
import hashlib
import os
import re
import shutil
import sys
import sysconfig
import threading
import zipfile

from kit.parts import run_part
from kit.place import read_text, write, write_state
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


MAKING = threading.Lock()


def ensure_environment(place, state, with_kernel=lambda: None):
    """Calls back once the kernel's jar is there, which is all of it that the build needs."""
    with MAKING:
        try:
            check_environment(place, state)
            with_kernel()
        except Trouble:
            make_environment(place, state, with_kernel)


def make_environment(place, state, with_kernel):
    check_venv_module()
    state.pop("environment", None)
    write_state(place, state)
    shutil.rmtree(place.venv, ignore_errors=True)
    python = getattr(sys, "_base_executable", None) or sys.executable
    run_part(place, "environment", [python, "-I", "-m", "venv", "--without-pip", place.venv])
    bring_pip(place)
    lock, first = place.at("devcontainer", "requirements.lock"), place.in_kit("first.lock")
    write(first, "".join(re.findall(r"(?m)^(?:pip|jjava)==(?:.*\\\n)*.*\n", read_text(lock))))
    pip = [place.python, "-I", "-m", "pip", "-q", "--no-input", "--disable-pip-version-check", "install"]
    # The lock file names all that is wanted, but not rfc3987-syntax, an extra of jsonschema that no schema of ours asks for: it
    # builds the grammars of all kinds of addresses each time that JupyterLab or nbformat starts, two seconds of CPU.
    wanted = ["--no-compile", "--no-deps", "--require-hashes", "-r"]
    run_part(place, "environment", [*pip, *wanted, first])
    with_kernel()
    run_part(place, "environment", [*pip, *wanted, lock])
    state["environment"] = lock_hash(place)
    write_state(place, state)


def bring_pip(place):
    """The pip that Python brings, as it is packed; that of the lock file then takes its place, since older ones spend half as
    much again on all the rest. By ensurepip it would be compiled whole first: 8 s of CPU, and little of it is ever run."""
    wheel = bundled_pip()
    if wheel:
        with zipfile.ZipFile(wheel) as files:
            files.extractall(sysconfig.get_path("purelib", "venv", {"base": place.venv}))
    else:
        run_part(place, "environment", [place.python, "-I", "-m", "ensurepip"])


def bundled_pip():
    """Where Python keeps it, or Debian, which keeps it once for all; None where another system has another place."""
    import ensurepip

    folders = os.path.join(os.path.dirname(ensurepip.__file__), "_bundled"), sysconfig.get_config_var("WHEEL_PKG_DIR")
    found = [wheel for folder in folders if folder for wheel in sorted(glob.glob(os.path.join(folder, "pip-*.whl")))]
    return found[-1] if found else None
