"""The readable sources of the batch: answers/, and those of exercise E12."""

import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
E12 = os.path.join(ROOT, "exercises", "E12")
INSIDE = "E12/answer/limpieza/"


def manifest():
    with open(os.path.join(HERE, "manifest.json"), encoding="utf-8") as file:
        return json.load(file)


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def sources(name, values):
    """The sources of an answer by their file names; those that lean on the right answer bring it along."""
    found = {}
    folder = os.path.join(HERE, "answers", name)
    if os.path.isdir(folder):
        found = {file: read(folder, file) for file in sorted(os.listdir(folder))}
    else:
        found["Limpieza.java"] = read(folder + ".java")
    if "Bien." in "".join(found.values()):
        found["Bien.java"] = read(HERE, "answers", "Bien.java")
    return {file: re.sub(r"\$\{(\w+)\}", lambda gap: values[gap[1]], text) for file, text in found.items()}


def right():
    return {INSIDE + "Limpieza.java": read(HERE, "answers", "right_loop.java")}


def wrong(name):
    return {INSIDE + "Limpieza.java": read(E12, ".teacher", "wrong", name, "limpieza", "Limpieza.java")}


def write(folder, files):
    for path, content in files.items():
        target = os.path.join(folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
