"""What a run left, by content: two files with the same rows have the same hash, whatever their bytes.

usage: outputs.py report FOLDER FILE...                      {"file": "hash", ...}; a file that is missing has none
       outputs.py assets WANTED_TEMPLATE FOUND_TEMPLATE      templates hold {asset}; FOUND may be a glob
The bytes of a CSV are fixed by the rules, so they are hashed. A Parquet file of a report is hashed by names and types
of columns and its rows in order, floating point to nine digits (sums of it depend on their order). Stored assets are
compared as sets of rows, over the columns that both have, as text: who stores more columns is told so, not voided.
"""

import decimal
import glob
import hashlib
import json
import pathlib
import sys

import duckdb

ASSETS = ["ventas_leidas", "ventas", "ventas_rechazadas", "productos", "ingresos_totales"]


def report(folder: pathlib.Path, names: list[str]) -> dict[str, str]:
    return {name: content_hash(folder / name) for name in names if (folder / name).exists()}


def content_hash(path: pathlib.Path) -> str:
    if path.suffix != ".parquet":
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    found = duckdb.read_parquet(str(path))
    digest = hashlib.sha256(repr(list(zip(found.columns, map(str, found.types)))).encode())
    for row in found.fetchall():
        digest.update(repr([canonical(value) for value in row]).encode())
    return digest.hexdigest()[:16]


def canonical(value: object) -> str | None:
    if isinstance(value, float):
        return format(value, ".9g")
    return format(value, "f") if isinstance(value, decimal.Decimal) else value if value is None else str(value)


def assets(wanted: str, found: str) -> dict[str, dict]:
    return {name: compared(wanted.replace("{asset}", name), found.replace("{asset}", name)) for name in ASSETS}


def compared(wanted: str, found: str) -> dict:
    if not glob.glob(found, recursive=True):
        return {"same": False, "why": f"no file {found}"}
    ours, theirs = duckdb.read_parquet(wanted), duckdb.read_parquet(found)
    common = [name for name in ours.columns if name in theirs.columns]
    alone = sorted(set(ours.columns) ^ set(theirs.columns))
    sums = [relation.aggregate(set_hash(common)).fetchone() for relation in (ours, theirs)]
    return {"same": bool(common) and sums[0] == sums[1], "rows": sums[1][0], "columns": common, "not_compared": alone}


def set_hash(columns: list[str]) -> str:
    texts = ", ".join(f'"{name}"::varchar' for name in columns)
    return f"count(*), sum(hash([{texts}])::hugeint)" if columns else "count(*)"


if __name__ == "__main__":
    what, first, *rest = sys.argv[1:]
    print(json.dumps(report(pathlib.Path(first), rest) if what == "report" else assets(first, *rest)))
