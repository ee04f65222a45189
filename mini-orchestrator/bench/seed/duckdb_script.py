"""The course's pipeline as a raw DuckDB script.

usage: duckdb_script.py DATASETS REPORTS [--steps memory|parquet|fused] [--assets DIR]

memory: each step a table in memory, as the course's script has a variable for each. parquet: each step a Parquet file,
as whoever stores the values of assets must. fused: one statement from CSV to summary, nothing kept.
"""

import argparse
import pathlib

import duckdb
import steps


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("datasets", type=pathlib.Path)
    options.add_argument("reports", type=pathlib.Path)
    options.add_argument("--steps", choices=["memory", "parquet", "fused"], default="memory")
    options.add_argument("--assets", type=pathlib.Path)
    args = options.parse_args()
    args.reports.mkdir(parents=True, exist_ok=True)
    con, sources = duckdb.connect(), {}
    for name in ("ventas", "productos"):
        query = steps.SQL[name].format(datasets=args.datasets)
        if args.steps == "fused":
            sources[name] = f"({query})"
        elif args.steps == "memory":
            con.execute(f"create temp table {name} as {query}")
            sources[name] = name
        else:
            args.assets.mkdir(parents=True, exist_ok=True)
            con.execute(f"copy ({query}) to '{args.assets}/{name}.parquet' (format parquet)")
            sources[name] = f"'{args.assets}/{name}.parquet'"
    summary = steps.SQL["ingresos_totales"].format(**sources)
    con.execute(f"copy ({summary}) to '{args.reports}/ingresos_totales.parquet' (format parquet)")


if __name__ == "__main__":
    main()
