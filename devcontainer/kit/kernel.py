"""The Java kernel: its specification with the paths of this machine, where JupyterLab and VS Code look for it."""

import json
import os
import sys

from kit.java import SHORT, archive_file, compilers
from kit.place import WINDOWS, read_state, read_text, write
from kit.trouble import Trouble

KERNEL = "java"


def kernel_spec(place, jdk):
    """The template with this machine's paths in it. "@FLAGS@" alone becomes the flags of this JDK and of its compilers."""
    with open(place.at("notebooks", "kernel.json"), encoding="utf-8") as file:
        template = json.load(file)
    gaps = {"@JAVA@": jdk.tool("java"), "@LIB@": place.lib, "@JJAVA@": jjava_jar(place)}
    gaps |= {"@ROOT@": place.root, "@SEP@": os.pathsep, "@ARCHIVE@": archive_file(place, jdk)}
    # Named one by one they are what the archive was made of; a jar that a later build brings is found by lib/* after them.
    jars = read_state(place).get("libraries", ["*"])
    gaps["@JARS@"] = os.pathsep.join(os.path.join(place.lib, jar) for jar in jars)

    flags = [*jdk.flags(), *compilers("kernel"), *SHORT]

    def fill(part):
        if isinstance(part, dict):
            return {key: fill(value) for key, value in part.items()}
        if isinstance(part, list):
            return [value for item in part for value in (flags if item == "@FLAGS@" else [fill(item)])]
        if isinstance(part, str):
            for gap, value in gaps.items():
                part = part.replace(gap, value)
        return part

    spec = fill(template)
    spec.setdefault("metadata", {})["orquesta"] = place.root
    return json.dumps(spec, indent=1, ensure_ascii=False) + "\n"


def kernel_file(folder):
    return os.path.join(folder, "kernels", KERNEL, "kernel.json")


def venv_kernel(place):
    return kernel_file(os.path.join(place.venv, "share", "jupyter"))


def user_kernel():
    """Where VS Code looks for kernels: the only thing of ours outside the checkout."""
    home = os.path.expanduser("~")
    if WINDOWS:
        return kernel_file(os.path.join(os.environ.get("APPDATA", home), "jupyter"))
    if sys.platform == "darwin":
        return kernel_file(os.path.join(home, "Library", "Jupyter"))
    return kernel_file(
        os.path.join(os.environ.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share"), "jupyter")
    )


def jjava_jar(place):
    return os.path.join(os.path.dirname(venv_kernel(place)), "jjava.jar")


def is_ours(spec):
    try:
        return "orquesta" in json.loads(spec).get("metadata", {})
    except (ValueError, AttributeError):
        return False


def check_kernel(place, jdk):
    if read_text(venv_kernel(place)) != kernel_spec(place, jdk):
        raise Trouble("kernel.stale")


def check_user_kernel(place, jdk):
    found = read_text(user_kernel())
    if found is not None and not is_ours(found):
        raise Trouble("kernel.foreign", user_kernel())
    if found != kernel_spec(place, jdk):
        raise Trouble("kernel.stale")


def ensure_kernel(place, jdk):
    spec = kernel_spec(place, jdk)
    if read_text(venv_kernel(place)) != spec:
        write(venv_kernel(place), spec)
    try:
        check_user_kernel(place, jdk)
    except Trouble as trouble:
        if trouble.key == "kernel.stale":
            write(user_kernel(), spec)
