"""A catalogue in Parquet, rules 1 and 11, where a writer is installed."""

from planting.cases import ParquetFile
from planting.registry import decisive, feature, parquet_feature

TAX_TYPES = {
    "VARCHAR": ("0", "0.19", "0,19", None, ""),
    "DOUBLE": (0.0, 0.19, 0.1, 0.9999, 0.0001, None, -0.0),
    "FLOAT": (0.0, 0.19, 0.1, 0.0005, None),
    "DECIMAL(6,4)": ("0.19", "0.0001", "0", None),
    "DECIMAL(12,8)": ("0.19", "0.10500000", None),
    "INTEGER": (0, None),
    "BIGINT": (0, None),
}
BAD_TAXES = {
    "DOUBLE": (1.0, 0.12345, -0.1, float("nan"), float("inf")),
    "INTEGER": (1, -1, 19),
    "DECIMAL(12,8)": ("0.00001", "1"),
}


def make_parquet(case, tax_type, pool):
    rows = [
        (row.values["producto"], row.values["categoria_norm"] or None, case.rng.choice(pool))
        for row in case.catalogo.rows
        if row.values
    ]
    names = [case.rng.choice((name, name.upper())) for name in ("producto", "categoria_norm", "impuesto")]
    case.parquet = ParquetFile(tuple(names), ("VARCHAR", "VARCHAR", tax_type), rows)
    case.catalogo.plant("catalogo.parquet beside it", tax_type=tax_type, rows=[list(map(str, row)) for row in rows])


@parquet_feature
@feature
def catalogue_in_parquet(case):
    tax_type = case.rng.choice(list(TAX_TYPES))
    make_parquet(case, tax_type, TAX_TYPES[tax_type])
    if case.rng.random() < 0.5:
        case.catalogo.edits.append(lambda data: b'producto,"')
        case.catalogo.plant("unreadable, and not read")


@parquet_feature
@feature
def catalogue_in_parquet_with_nulls(case):
    make_parquet(case, "DECIMAL(6,4)", ("0.19", None))
    case.parquet.rows.append((None, "x", "0.5"))
    case.parquet.rows.append((case.known[0][1][0], None, "0.25"))


@parquet_feature
@decisive
def tax_unreadable_in_parquet(case):
    tax_type = case.rng.choice(list(BAD_TAXES))
    make_parquet(case, tax_type, (case.rng.choice(BAD_TAXES[tax_type]),))
    case.parquet.rows.append(("producto", "categoria", BAD_TAXES[tax_type][0]))


@parquet_feature
@decisive
def parquet_unreadable(case):
    case.parquet = ParquetFile((), (), [], case.rng.choice((b"", b"PAR1", b"producto,categoria_norm,impuesto\n")))
    case.catalogo.plant("catalogo.parquet is no Parquet file")


@parquet_feature
@decisive
def parquet_column_missing(case):
    case.parquet = ParquetFile(("producto", "impuesto"), ("VARCHAR", "DOUBLE"), [("x", 0.19)])
    case.catalogo.plant("catalogo.parquet without categoria_norm")
