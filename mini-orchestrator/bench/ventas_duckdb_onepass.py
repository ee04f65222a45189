"""The sales rules as a raw DuckDB script that reads the file once and writes the report alone: no asset is stored.

usage: ventas_duckdb_onepass.py DATASETS REPORTS --date YYYY-MM-DD
"""

import sys

import ventas_duckdb

if __name__ == "__main__":
    sys.exit(ventas_duckdb.main(keep_assets=False))
