"""Runs the scripts under test on small files, each in its own environment."""

import atexit
import csv
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from typing import NamedTuple

BENCH = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(BENCH))

import environments  # noqa: E402

WORK = pathlib.Path(os.environ.get("ORQUESTA_BENCH_WORK", BENCH.parents[1] / ".kit" / "bench"))
SCRIPTS = {"ventas_duckdb.py": "duckdb", "ventas_duckdb_onepass.py": "duckdb", "ventas_pandas.py": "pandas"}
HEADER = "id_venta,fecha,producto,precio,cantidad\n"
CATALOGUE = "producto,categoria_norm,impuesto\n"


class Outcome(NamedTuple):
    code: int
    said: str
    report: pathlib.Path

    def summary(self) -> dict[str, tuple[str, str, str]]:
        with (self.report / "ingresos_totales.csv").open(encoding="utf-8", newline="") as file:
            return {row[0]: tuple(row[1:]) for row in list(csv.reader(file))[1:]}

    def refused(self) -> list[list[str]]:
        with (self.report / "ventas_rechazadas.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))[1:]


def python(environment: str) -> str:
    return environments.python(WORK, environment)


def temporary() -> pathlib.Path:
    """A folder that is gone when the tests end."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def run(script: str, sales: str | bytes, catalogue: str = CATALOGUE, date: str = "2025-06-15") -> Outcome:
    folder = temporary()
    (folder / "ventas.csv").write_bytes(sales if isinstance(sales, bytes) else sales.encode())
    (folder / "catalogo.csv").write_bytes(catalogue.encode())
    return run_on(script, folder, folder / "report", date)


def run_on(script: str, datasets: pathlib.Path, report: pathlib.Path, date: str = "2026-01-01") -> Outcome:
    command = [python(SCRIPTS[script]), str(BENCH / script), str(datasets), str(report), "--date", date]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"ORQUESTA_LANG": "en"})
    return Outcome(done.returncode, done.stderr, report)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
