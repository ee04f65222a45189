"""The right answer to E12 as a notebook in Java, graded by nbgrader with the kernel of this checkout, and one wrong answer.

Usage: python3 autograder/bench/nbgrader_peer.py VENV [--count 3]     VENV an environment with nbgrader in it; after ./kit up
"""

import argparse
import json
import os
import pathlib
import re
import sqlite3
import tempfile

from check import ANSWER, EXERCISE, ROOT
from peers import Run, row

TE = 'new VentaCruda("te", "x", new BigDecimal("1.10"), 3)'
CHECKS = {
    "totals": f'Limpieza.limpiar(List.of({TE})).get(0).precioTotal().compareTo(new BigDecimal("3.30")) == 0',
    "missing": 'Limpieza.limpiar(List.of(new VentaCruda("pan", "x", null, 3))).isEmpty()',
    "zero": 'Limpieza.limpiar(List.of(new VentaCruda("pan", "x", new BigDecimal("0.00"), 3))).isEmpty()',
    "negative": 'Limpieza.limpiar(List.of(new VentaCruda("pan", "x", BigDecimal.TEN, -1))).isEmpty()',
    "trimmed": 'Limpieza.limpiar(List.of(new VentaCruda(" pan ", " X ", BigDecimal.TEN, 1))).get(0).producto().equals("pan")',
    "null": "Limpieza.limpiar(List.of(new VentaCruda(null, null, BigDecimal.TEN, 1))).get(0).producto() == null",
    "order": f'Limpieza.limpiar(List.of(new VentaCruda("z", "x", BigDecimal.TEN, 1), {TE})).get(0).producto().equals("z")',
    "equal": f"Limpieza.limpiar(List.of({TE}, {TE})).size() == 2",
    "empty": "Limpieza.limpiar(List.of()).isEmpty()",
}


def source(path):
    """A class of the exercise as a cell takes it."""
    return re.sub(r"^package .*\n", "", path.read_text(encoding="utf-8"), flags=re.M).replace("public final class", "class")


def cell(name, text, **nbgrader):
    facts = {"grade_id": name, "schema_version": 3, "task": False, "grade": False, "solution": False, "locked": False, **nbgrader}
    return {"cell_type": "code", "id": name, "execution_count": None, "metadata": {"nbgrader": facts}, "outputs": [], "source": text}


def notebook(answer):
    given = "import java.math.BigDecimal;\nimport java.util.*;\n"
    given += "".join(source(EXERCISE / "start" / "limpieza" / name) for name in ("VentaCruda.java", "VentaLimpia.java"))
    cells = [cell("given", given, locked=True), cell("answer", answer, solution=True)]
    for name, check in CHECKS.items():
        thrown = f'if (!({check})) {{ throw new IllegalStateException("{name}"); }}'
        cells.append(cell(name, thrown, grade=True, locked=True, points=1))
    kernel = {"name": "java", "language": "java", "display_name": "Java"}
    return json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5})


def write(path, text):
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def measured(folder, count, venv):
    right = source(EXERCISE / ".teacher" / "solution" / ANSWER)
    wrong = right.replace(".signum() > 0", ".signum() >= 0")
    write(folder / "source" / "E12" / "E12.ipynb", notebook("// answer"))
    for number in range(count):
        write(folder / "submitted" / f"s{number:03}" / "E12" / "E12.ipynb", notebook(right if number else wrong))
    program, at = str(venv / "bin" / "nbgrader"), f"--CourseDirectory.root={folder}"
    made = Run([program, "generate_assignment", "E12", at], folder)
    if made.code:
        raise SystemExit(made.said)
    run = Run([program, "autograde", "E12", at, "--ExecutePreprocessor.timeout=300"], folder)
    with sqlite3.connect(folder / "gradebook.db") as marks:
        scores = [score for (score,) in marks.execute("select auto_score from grade")]
    as_claimed = len(scores) == count * len(CHECKS) and sum(scores) == len(scores) - 1
    row(f"nbgrader autograde, {count} notebooks in Java", count, [run], run.code == 0 and as_claimed)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("venv", type=pathlib.Path)
    options.add_argument("--count", type=int, default=3)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        kernels = {"JUPYTER_PATH": str(ROOT / ".kit" / "venv" / "share" / "jupyter"), "PATH": f"{chosen.venv / 'bin'}{os.pathsep}{os.environ['PATH']}"}
        places = {f"JUPYTER_{kind}_DIR": str(folder / kind) for kind in ("CONFIG", "DATA", "RUNTIME")}
        os.environ.update(kernels | places)
        measured(folder, chosen.count, chosen.venv.resolve())


if __name__ == "__main__":
    main()
