"""Data for the course's pipeline, the same on every machine: every value comes from a hash of row number and seed.

usage: make_data.py --rows N --out DIR [--seed S]

ventas.csv: id_venta, fecha, producto, precio, cantidad. Of 1,000 prices 2 are empty, 2 are no number, 3 are negative.
catalogo.csv: 500 products in 8 categories; 20 products that are sold are not in it.
"""

import argparse
import pathlib

import duckdb

SALES = """
select n + 1 as id_venta, date '2025-01-01' + (h(n, 1) % 365)::integer as fecha,
    'P' || lpad((h(n, 2) % 520)::varchar, 4, '0') as producto,
    case when h(n, 3) % 1000 < 2 then '' when h(n, 3) % 1000 < 4 then 'n/a'
         else printf('%s%d.%02d', if(h(n, 3) % 1000 < 7, '-', ''), 1 + h(n, 4) % 499, h(n, 5) % 100) end as precio,
    1 + h(n, 6) % 10 as cantidad
from range($rows) as rows(n)
"""
CATALOGUE = """
select 'P' || lpad(n::varchar, 4, '0') as producto,
    ['alimentos', 'bebidas', 'hogar', 'juguetes', 'libros', 'moda', 'ocio', 'tecnologia'][(1 + h(n, 7) % 8)::bigint]
        as categoria_norm,
    case when n % 9 = 0 then '' else '0.19' end as impuesto
from range(500) as rows(n)
"""


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--seed", type=int, default=20250601)
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    con = duckdb.connect()
    con.execute(f"create macro h(n, place) as hash(n * 16 + place + {args.seed} * 4294967296)")
    for name, query in [("ventas", SALES.replace("$rows", str(args.rows))), ("catalogo", CATALOGUE)]:
        con.execute(f"copy ({query}) to '{args.out}/{name}.csv' (format csv, header)")


if __name__ == "__main__":
    main()
