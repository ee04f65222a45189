"""The student's own copies of the lessons, in notebooks/my: git ignores them, so that no update meets anybody's work."""

import hashlib
import json
import os
import re
import shutil
import time

from kit.options import nearest
from kit.place import read_text, write
from kit.texts import language, text
from kit.trouble import Trouble

FOLDER = "notebooks/my"
# What the kernel reads there, since it knows a notebook's language by the folder.
LANGUAGE = ".language"
# The hash of each copy as it was laid: one that was never worked in follows the lesson.
LAID = ".laid.json"
LESSON = re.compile(r"(L\d\d)\.ipynb")


def lay_copies(place):
    """One for each lesson, in the user's language; one that was worked in stays as it is."""
    laid = read_laid(place)
    for name, original in originals(place).items():
        copy = place.at(FOLDER, f"{name}.ipynb")
        if not os.path.exists(copy) or digest(copy) in (laid.get(name), digest(original)):
            lay(place, name, original, laid)
    if laid:
        write(place.at(FOLDER, LAID), json.dumps(laid, indent=1, sort_keys=True))
        write(place.at(FOLDER, LANGUAGE), language() + "\n")


def lay(place, name, original, laid):
    fresh = digest(original)
    if laid.get(name) != fresh or not os.path.exists(place.at(FOLDER, f"{name}.ipynb")):
        with open(original, "rb") as file:
            write(place.at(FOLDER, f"{name}.ipynb"), file.read())
    laid[name] = fresh


def reset(place, options):
    """Lays a fresh copy of one lesson; the old one stays beside it under another name."""
    known, asked = originals(place), options.given or ""
    name = next((each for each in known if each.lower() == asked.lower()), None)
    if not name:
        raise unknown(asked, list(known))
    copy, laid = place.at(FOLDER, f"{name}.ipynb"), read_laid(place)
    if os.path.exists(copy) and digest(copy) != laid.get(name):
        kept = f"{name}.{time.strftime('%Y-%m-%d.%H-%M-%S')}.ipynb"
        shutil.move(copy, place.at(FOLDER, kept))
        print(text("reset.kept", f"{FOLDER}/{kept}"))
    lay(place, name, known[name], laid)
    write(place.at(FOLDER, LAID), json.dumps(laid, indent=1, sort_keys=True))
    write(place.at(FOLDER, LANGUAGE), language() + "\n")
    print(text("reset.laid", f"{FOLDER}/{name}.ipynb"))
    return 0


def unknown(asked, known):
    if not asked:
        return Trouble("reset.none", ", ".join(known))
    return Trouble("reset.unknown", asked, nearest(asked.upper(), known), ", ".join(known))


def originals(place):
    """{lesson: its notebook}, in the user's language."""
    folder = place.at("notebooks", language())
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else ()
    return {found[1]: os.path.join(folder, name) for name in names if (found := LESSON.fullmatch(name))}


def first_copy(place):
    """The path of the first lesson's copy, from the checkout; None where there is none."""
    folder = place.at(FOLDER)
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else ()
    return next((f"{FOLDER}/{name}" for name in names if LESSON.fullmatch(name)), None)


def read_laid(place):
    try:
        return json.loads(read_text(place.at(FOLDER, LAID)) or "{}")
    except ValueError:
        return {}


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()
