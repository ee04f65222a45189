"""The sales rules as a raw DuckDB script: the values of the assets and the report.

usage: ventas_duckdb.py DATASETS REPORTS --date YYYY-MM-DD [--assets DIR]

Writes REPORTS/{ingresos_totales.csv, ingresos_totales.parquet, ventas_rechazadas.csv}, and into --assets (by default
REPORTS/assets) ventas_leidas, ventas, ventas_rechazadas, productos and ingresos_totales as Parquet files.
Exit codes: 0 written, 1 failed, 3 a blocking check failed and nothing was written.
"""

import argparse
import pathlib
import sys

import duckdb

import ventas_duckdb_rules as rules
from texts import Refused, say


def main(keep_assets: bool = True) -> int:
    options = argparse.ArgumentParser()
    options.add_argument("datasets", type=pathlib.Path)
    options.add_argument("reports", type=pathlib.Path)
    options.add_argument("--date", required=True)
    options.add_argument("--assets", type=pathlib.Path)
    args = options.parse_args()
    con = duckdb.connect()
    try:
        warnings = rules.decide(con, args.datasets, args.date)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return refused.exit_code
    except (duckdb.Error, UnicodeDecodeError) as error:
        print(say("unreadable", folder=args.datasets, cause=str(error).splitlines()[0]), file=sys.stderr)
        return 1
    if keep_assets:
        rules.store(con, args.assets or args.reports / "assets")
    rules.report(con, args.reports)
    print(*warnings, sep="\n", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
