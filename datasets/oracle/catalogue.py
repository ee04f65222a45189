"""Rule 11: what the catalogue says of each product, from catalogo.parquet if it is there, else catalogo.csv."""

from dataclasses import dataclass
from decimal import Decimal

import parquet
import values
from records import Defect, find_columns, read
from values import SIN_CATEGORIA, Refused, clave, stripped

COLUMNS = ("producto", "categoria_norm", "impuesto")


@dataclass(frozen=True)
class Product:
    """A row of the catalogue that names a product."""

    line: int
    producto: str
    categoria: str
    impuesto: Decimal
    without_tax: bool


def read_products(datasets, sources):
    """The rows that name a product. A CSV file that was read joins `sources`."""
    if (datasets / "catalogo.parquet").exists():
        file, rows = "catalogo.parquet", parquet_rows(datasets / "catalogo.parquet")
    else:
        file, rows = "catalogo.csv", csv_rows(datasets / "catalogo.csv", sources)
    products = [product(file, line, row) for line, row in rows]
    return [each for each in products if each]


def parquet_rows(path):
    table = parquet.read(path)
    columns = find_columns(path.name, table.names, COLUMNS)
    return [(number, [row[columns[name]] for name in COLUMNS]) for number, row in enumerate(table.rows, start=1)]


def csv_rows(path, sources):
    source = read(path, COLUMNS)
    sources.append(source)
    for row in source.rows:
        if source.is_ragged(row):
            raise Defect(
                "ragged_catalogue_row",
                file=source.file,
                line=row.line,
                found=len(row.fields),
                expected=len(source.header),
                delimiter=source.delimiter,
            )
    return [(row.line, [source.value(row, name) for name in COLUMNS]) for row in source.rows]


def product(file, line, row):
    """One row of the catalogue, or None if it names no product. Parquet's values may be None or numbers."""
    producto, categoria, impuesto = row
    name = clave(as_text(producto))
    if not name:
        return None
    try:
        tax = tax_of(impuesto)
    except Refused as refused:
        raise Defect("unreadable_tax", file=file, line=line, product=repr(name), found=repr(impuesto)) from refused
    return Product(line, name, clave(as_text(categoria)) or SIN_CATEGORIA, tax, not stripped(as_text(impuesto)))


def as_text(value):
    return "" if value is None else str(value)


def tax_of(value):
    if value is None or isinstance(value, str):
        return values.impuesto(as_text(value))
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return values.impuesto_by_value(Decimal(value))
    raise Refused("impuesto_ilegible")


def conflicts(products):
    """The rows of every product whose rows differ in meaning."""
    meanings = {}
    for each in products:
        meanings.setdefault(each.producto, set()).add((each.categoria, each.impuesto))
    return [each for each in products if len(meanings[each.producto]) > 1]
