"""The sales rules with pandas and PyArrow: the same outputs as ventas_duckdb.py.

usage: ventas_pandas.py DATASETS REPORTS --date YYYY-MM-DD [--assets DIR]

PyArrow reads the file, since it alone says which rows have too few or too many fields. Money is whole centavos.
"""

import argparse
import datetime
import pathlib
import sys
from collections.abc import Callable
from decimal import Decimal
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute
import pyarrow.csv
import pyarrow.parquet

import ventas_files as files
import ventas_pandas_values as values
from texts import Refused, say

AMOUNT = pa.decimal128(38, 2)


def read(path: pathlib.Path, head: files.Header) -> pd.DataFrame:
    """Every record in the file's order, all empty where it is illegible; the index is its number."""
    ragged = []
    with pa.input_stream(str(path)) as stream:
        stream.read(head.size)
        legible = pa.csv.read_csv(
            stream,
            pa.csv.ReadOptions(use_threads=False, column_names=head.names),
            pa.csv.ParseOptions(
                delimiter=head.delimiter,
                newlines_in_values=True,
                invalid_row_handler=lambda row: ragged.append(row.number) or "skip",
            ),
            pa.csv.ConvertOptions(
                column_types={name: pa.string() for name in files.SALES}, include_columns=files.SALES
            ),
        ).to_pandas()
    rows = np.arange(1, len(legible) + len(ragged) + 1)
    legible.index = np.setdiff1d(rows, ragged, assume_unique=True)
    return legible.reindex(rows)


def judged(texts: pd.Series, judge: Callable[[str], values.Verdict]) -> tuple[np.ndarray, np.ndarray]:
    """The value and the rule of each row; each different text is judged once. An illegible row has none."""
    codes, different = pd.factorize(texts)
    verdicts = [judge(text) for text in different] + [values.Verdict(0)]
    return tuple(np.array(column, dtype=np.int64)[codes] for column in zip(*verdicts))


def decide(sales: pd.DataFrame, today: datetime.date) -> pd.DataFrame:
    """The sales with their values and the rule that refuses them."""
    price, price_rule = judged(sales.precio, values.price)
    quantity, quantity_rule = judged(sales.cantidad, values.quantity)
    day, day_rule = judged(sales.fecha, partial(values.day, today=today))
    ids = pd.Series(pa.compute.utf8_trim(pa.array(sales.id_venta, pa.string()), files.BLANKS).to_pandas())
    rule = values.RULES.index
    rules = np.select(
        [
            sales.id_venta.isna(),
            price_rule > 0,
            quantity_rule > 0,
            day_rule > 0,
            (price <= 0) | (quantity <= 0),
            ids == "",
        ],
        [rule("fila_ilegible"), price_rule, quantity_rule, day_rule, rule("total_no_positivo"), rule("id_nulo")],
    )
    used = np.flatnonzero(rules == 0)
    rules[used[ids.iloc[used].duplicated()]] = rule("id_repetido")
    return sales.assign(centavos=price, unidades=quantity, dia=day, id=ids.values, regla=rules)


def by_product(used: pd.DataFrame) -> pd.DataFrame:
    largest = float(used.centavos.max()) * float(used.unidades.max()) * len(used) if len(used) else 0.0
    exact = used.centavos if largest < 2.0**62 else used.centavos.astype(object)
    groups = used.assign(venta=exact * used.unidades, precios=exact).groupby("producto")
    return groups.agg(
        venta=("venta", "sum"), n_items=("unidades", "sum"), precios=("precios", "sum"), filas=("dia", "size")
    )


def summary(totals: pd.DataFrame, products: list[files.Product]) -> tuple[list[tuple], list[str]]:
    known, sums, unknown = {product.producto: product for product in products}, {}, [0, 0]
    for text, income, items, prices, rows in totals.itertuples():
        product = known.get(files.key(text))
        category, tax = product[1:] if product else (files.NO_CATEGORY, 0)
        unknown = unknown if product else [unknown[0] + rows, unknown[1] + int(income)]
        taxed = int(income) * int(10_000 + 10_000 * tax)
        before = sums.get(category, (0, 0, 0, 0))
        sums[category] = tuple(a + b for a, b in zip(before, (taxed, int(items), int(prices), int(rows))))
    lines = [(c, (t + 5000) // 10_000, n, (2 * p + r) // (2 * r)) for c, (t, n, p, r) in sums.items()]
    warnings = [say("unknown_products", rows=unknown[0], money=written(unknown[1]))] if unknown[0] else []
    return sorted(lines, key=lambda line: (-line[1], line[0])), warnings


def written(centavos: int) -> Decimal:
    return Decimal(f"{centavos // 100}.{centavos % 100:02}")


def amounts(centavos: np.ndarray) -> pa.Array:
    """As DECIMAL(14, 2), without an object for each row: the lower and the upper half of a 128-bit number."""
    halves = np.stack([centavos, centavos >> 63], axis=1).tobytes()
    return pa.Array.from_buffers(pa.decimal128(14, 2), len(centavos), [None, pa.py_buffer(halves)])


def catalogue_rows(datasets: pathlib.Path) -> list[tuple]:
    parquet = datasets / "catalogo.parquet"
    if not parquet.exists():
        return list(files.catalogue_rows(datasets / "catalogo.csv"))
    found = pa.parquet.read_table(parquet)
    found = found.rename_columns([name.strip(files.BLANKS).lower() for name in found.column_names])
    return [tuple(row.values()) for row in found.select(files.CATALOGUE).to_pylist()]


def store(folder: pathlib.Path, sales: pd.DataFrame, products: list[files.Product], lines: pa.Table) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    rules = pd.Series(pd.Categorical.from_codes(sales.regla - 1, values.RULES[1:]), sales.index)
    read_rows = sales[files.SALES].assign(regla=rules).rename_axis("fila").reset_index()
    used = sales[sales.regla == 0]
    keys = {text: files.key(text) for text in used.producto.unique()}
    accepted = pa.table(
        {
            "fila": used.index.values,
            "id_venta": pa.array(used.id, pa.string()),
            "fecha": pa.array(used.dia.values.astype(np.int32)).cast(pa.date32()),
            "producto": pa.array(used.producto.map(keys), pa.string()),
            "precio": amounts(used.centavos.values),
            "cantidad": pa.array(used.unidades.values.astype(np.int32)),
        }
    )
    catalogue = [pa.array(column) for column in zip(*products)] or [[], [], []]
    read_rows.to_parquet(folder / "ventas_leidas.parquet", index=False)
    read_rows[read_rows.regla.notna()].to_parquet(folder / "ventas_rechazadas.parquet", index=False)
    pa.parquet.write_table(accepted, folder / "ventas.parquet")
    pa.parquet.write_table(pa.table(dict(zip(files.CATALOGUE, catalogue))), folder / "productos.parquet")
    pa.parquet.write_table(lines, folder / "ingresos_totales.parquet")


def report(folder: pathlib.Path, sales: pd.DataFrame, lines: pa.Table) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pa.parquet.write_table(lines, folder / "ingresos_totales.parquet")
    lines.to_pandas().to_csv(folder / "ingresos_totales.csv", index=False, lineterminator="\n")
    refused = sales[sales.regla > 0]
    names = np.array(values.RULES)[refused.regla]
    refused[files.SALES].assign(regla=names)[["regla", *files.SALES]].to_csv(
        folder / "ventas_rechazadas.csv", index=False, lineterminator="\n"
    )


def run(args: argparse.Namespace) -> list[str]:
    path = args.datasets / "ventas.csv"
    head = files.header(path, files.SALES)
    counted = files.count_records(path, head)
    texts = read(path, head) if counted else pd.DataFrame(columns=files.SALES, dtype="str")  # PyArrow refuses no rows
    sales = decide(texts, datetime.date.fromisoformat(args.date))
    refused = int((sales.regla > 0).sum())
    if counted != len(sales):
        raise Refused("lost_rows", counted=counted, read=len(sales))
    if len(sales) and refused == len(sales):
        raise Refused("none_used", rows=refused)
    products, warnings = files.catalogue(catalogue_rows(args.datasets))
    rows, more = summary(by_product(sales[sales.regla == 0]), products)
    columns = [[row[place] for row in rows] for place in range(4)]
    lines = pa.table(
        {
            "categoria_norm": pa.array(columns[0], pa.string()),
            "total_ventas": pa.array(map(written, columns[1]), AMOUNT),
            "n_items": pa.array(columns[2], pa.int64()),
            "precio_promedio": pa.array(map(written, columns[3]), AMOUNT),
        }
    )
    store(args.assets or args.reports / "assets", sales, products, lines)
    report(args.reports, sales, lines)
    too_many = [say("many_refused", refused=refused, rows=len(sales))] if refused * 10 > len(sales) else []
    return warnings + more + too_many


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("datasets", type=pathlib.Path)
    options.add_argument("reports", type=pathlib.Path)
    options.add_argument("--date", required=True)
    options.add_argument("--assets", type=pathlib.Path)
    args = options.parse_args()
    try:
        print(*run(args), sep="\n", file=sys.stderr)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return refused.exit_code
    except (pa.ArrowInvalid, UnicodeDecodeError) as error:
        print(say("unreadable", folder=args.datasets, cause=str(error).splitlines()[0]), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
