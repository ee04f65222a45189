"""Parquet by whichever of duckdb and pyarrow is installed; without both only cases that need it cannot be judged."""

import struct
from dataclasses import dataclass
from decimal import Decimal
from importlib.util import find_spec

from records import Defect

READERS = [name for name in ("duckdb", "pyarrow") if find_spec(name)]


class NotParquet(Defect):
    """The file cannot be read."""


class NoReader(Defect):
    """Trouble of ours, never a failing step: the case needs Parquet and nothing here reads it."""

    def __init__(self):
        super().__init__("no_parquet_reader")


@dataclass(frozen=True)
class Table:
    names: tuple
    types: tuple
    rows: tuple


def read(path, reader=None):
    """Names, types and rows; numbers with a point come as exact decimals."""
    if not READERS:
        raise NoReader
    try:
        table = {"duckdb": read_by_duckdb, "pyarrow": read_by_pyarrow}[reader or READERS[0]](path)
    except Exception as error:  # both libraries have many kinds, and each means: this is no Parquet file
        raise NotParquet("unreadable_parquet", file=path.name, found=str(error).splitlines()[0]) from error
    return Table(table.names, table.types, tuple(exact_row(table.types, row) for row in table.rows))


def read_by_duckdb(path):
    import duckdb

    with duckdb.connect() as connection:
        relation = connection.sql("select * from read_parquet($path)", params={"path": str(path)})
        return Table(tuple(relation.columns), tuple(map(str, relation.types)), tuple(relation.fetchall()))


def read_by_pyarrow(path):
    import pyarrow.parquet

    table = pyarrow.parquet.ParquetFile(path).read()
    types = tuple(sql_type(str(field.type)) for field in table.schema)
    columns = [column.to_pylist() for column in table.columns]
    return Table(tuple(table.column_names), types, tuple(zip(*columns)))


def sql_type(arrow):
    names = {"string": "VARCHAR", "large_string": "VARCHAR", "int64": "BIGINT", "float": "FLOAT", "double": "DOUBLE"}
    return names.get(arrow, arrow.replace("decimal128", "DECIMAL").replace(", ", ","))


def exact_row(types, row):
    return tuple(exact(kind, value) for kind, value in zip(types, row))


def exact(kind, value):
    """The number that was meant: the shortest decimal which the float's own width cannot tell from the value."""
    if not isinstance(value, float):
        return value
    if kind == "FLOAT" and abs(value) < 1e38:
        for digits in range(1, 10):
            shortest = f"{value:.{digits}g}"
            if struct.pack("f", float(shortest)) == struct.pack("f", value):
                return Decimal(shortest)
    return Decimal(repr(value))


def write(path, names, types, rows):
    """The types are DuckDB's names for them."""
    if not READERS:
        raise NoReader
    {"duckdb": write_by_duckdb, "pyarrow": write_by_pyarrow}[READERS[0]](path, names, types, rows)


def write_by_duckdb(path, names, types, rows):
    import duckdb

    columns = ", ".join(f'"{name}" {kind}' for name, kind in zip(names, types))
    with duckdb.connect() as connection:
        connection.execute(f"create table written ({columns})")
        if rows:
            connection.executemany(f"insert into written values ({', '.join('?' * len(names))})", rows)
        target = str(path).replace("'", "''")
        connection.execute(f"copy written to '{target}' (format parquet)")


def write_by_pyarrow(path, names, types, rows):
    import pyarrow
    import pyarrow.parquet

    columns = zip(*rows) if rows else [()] * len(names)
    arrays = [pyarrow.array(column, arrow_type(kind)) for column, kind in zip(columns, types)]
    pyarrow.parquet.write_table(pyarrow.table(arrays, names=names), path)


def arrow_type(kind):
    import pyarrow

    if kind.startswith("DECIMAL"):
        return pyarrow.decimal128(*map(int, kind[len("DECIMAL(") : -1].split(",")))
    names = {"VARCHAR": "string", "BIGINT": "int64", "INTEGER": "int32", "FLOAT": "float32", "DOUBLE": "float64"}
    return getattr(pyarrow, names[kind])()
