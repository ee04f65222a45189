"""The other of JDK 17 and 25, which the tests alone want: its folder, its kernel, its copy of the sources."""

import os
import shutil

from kit.freshness import stamp
from kit.jdk import read_jdk, usable
from kit.kernel import kernel_file, kernel_spec
from kit.place import write
from kit.trouble import Trouble


def find_other_jdk(feature, jdk):
    """A JDK of this feature version: the one that ORQUESTA_JDK25 (...17) names, else one beside the running JDK."""
    named = os.environ.get(f"ORQUESTA_JDK{feature}")
    folders = [named] if named else []
    for home in (jdk.home, os.path.realpath(jdk.home)):
        parent = os.path.dirname(home)
        folders += [os.path.join(parent, name) for name in sorted(os.listdir(parent))]
    for folder in folders:
        found = read_jdk(folder)
        if found and found.feature == feature and not usable(found):
            return found
    raise Trouble("jdk.other", feature, f"ORQUESTA_JDK{feature}")


def other_kernel(place, jdk):
    """A kernel of another JDK, before the checkout's own on Jupyter's path."""
    folder = place.in_kit(f"jdk-{jdk.feature}", "jupyter")
    write(kernel_file(folder), kernel_spec(place, jdk))
    return {"JUPYTER_PATH": folder}


NOT_SOURCES = {".git", ".kit", ".orquesta", "target", "__pycache__", ".ipynb_checkpoints"}


def copy_tree(place, jdk):
    """The sources once more, so that the classes of two JDKs never mix; only what changed is copied."""
    tree = place.in_kit(f"jdk-{jdk.feature}", "tree")
    wanted = set()
    for folder, folders, files in os.walk(place.root):
        folders[:] = [name for name in folders if name not in NOT_SOURCES]
        for name in files:
            source = os.path.join(folder, name)
            path = os.path.relpath(source, place.root)
            wanted.add(path)
            target = os.path.join(tree, path)
            if os.path.exists(target) and stamp(tree, path) == stamp(place.root, path):
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copy2(source, target)
    for folder, folders, files in os.walk(tree):
        folders[:] = [name for name in folders if name not in NOT_SOURCES]
        for name in files:
            if os.path.relpath(os.path.join(folder, name), tree) not in wanted:
                os.remove(os.path.join(folder, name))
    return tree
