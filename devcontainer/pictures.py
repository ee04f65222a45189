"""Takes the pictures of README.md anew: the page of a run whose check failed, and a figure of the lesson.

    python3 devcontainer/pictures.py      after ./kit up; needs Debian's Chromium
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from kit.jupyter import jupyter_env
from kit.place import Place

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "mini-orchestrator" / "pictures"
LESSON = ROOT / "notebooks" / "pictures"
CHROMIUM = os.environ.get("ORQUESTA_CHROMIUM", "chromium")
# What the lesson's picture shows: where the money went, cause by cause.
CELL = "account"
WHAT_BREAKS = ('where("total_ventas < 0")', 'where("total_ventas < 5000000")')


def main():
    # In the checkout, so that what the pages show of places are places of the kit.
    folder = ROOT / ".kit" / "pictures"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    pages(folder)
    lesson(folder)


def pages(folder):
    pipeline = shutil.copytree(ROOT / "mini-orchestrator" / "examples" / "ventas", folder / "ventas")
    here = folder.relative_to(ROOT)
    place = [str(here / "ventas"), "--home", str(here / "home"), "--set", f"reports={here / 'reports'}"]
    run = ["./kit", "run", *place]
    subprocess.run(run, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    serve = ["./kit", "serve", *place, "--port", "0"]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        try:
            link = next(found[1] for line in server.stdout if (found := re.search(r"(http://\S+)", line)))
            source = pipeline / "Ventas.java"
            text = source.read_text(encoding="utf-8")
            assert WHAT_BREAKS[0] in text, "the check that the picture breaks is no longer there"
            source.write_text(text.replace(*WHAT_BREAKS), encoding="utf-8")
            subprocess.run(run, stdout=subprocess.DEVNULL, check=False, cwd=ROOT)
            take(folder, link + "runs/2", PAGES / "run.png", 1366, 1000)
        finally:
            server.terminate()


def lesson(folder):
    """One cell of text, with its figure, as JupyterLab shows it."""
    place = Place(str(ROOT))
    whole = json.loads((ROOT / "notebooks" / "en" / "L04.ipynb").read_text(encoding="utf-8"))
    cells = {cell["id"]: cell for cell in whole["cells"]}
    (folder / "some.ipynb").write_text(json.dumps(whole | {"cells": [cells[CELL]]}), encoding="utf-8")
    convert = [place.python, "-I", "-m", "jupyter", "nbconvert", "--to", "html", str(folder / "some.ipynb")]
    subprocess.run(convert, check=True, env=jupyter_env(place), stderr=subprocess.DEVNULL)
    take(folder, (folder / "some.html").as_uri(), LESSON / "lesson.png", 1000, 790)


def take(folder, link, file, width, height):
    file.parent.mkdir(exist_ok=True)
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    command += ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--window-size={width},{height}", f"--screenshot={file}"]
    subprocess.run([*command, link], check=True, stderr=subprocess.DEVNULL, timeout=120)


if __name__ == "__main__":
    sys.exit(main())
