"""The sales rules in raw DuckDB, as fast as we know how to write them.

Three things make them fast. Prices, quantities, days and products come in few different texts, so each text is judged
once and the rows are joined to the verdicts. The file is cut into pieces that are read at once (ventas_files.cut). Only
rows whose id comes more than once are looked at when repeated ids are sought.
"""

import json
import os
import pathlib
import tempfile
from concurrent.futures import ThreadPoolExecutor

import duckdb

import ventas_duckdb_sql as sql
import ventas_files as files
from texts import Refused, say

SURPLUS = 8  # fields too many that a row may have
CUT_FROM_BYTES = 32 << 20


def decide(con: duckdb.DuckDBPyConnection, datasets: pathlib.Path, date: str) -> list[str]:
    """Make the tables of the assets, check them, and return the warnings."""
    sales = datasets / "ventas.csv"
    head = files.header(sales, files.SALES)
    with ThreadPoolExecutor() as second_reader:
        counting = second_reader.submit(files.count_records, sales, head)
        rows = read(con, sales, head)
        con.execute("set variable run_date = cast(? as date)", [date])
        con.execute(sql.VERDICTS)
        warnings = summarise(con, datasets)
        counted = counting.result()
    refused = con.execute("select count(*) from rechazadas").fetchone()[0]
    if counted != rows:
        raise Refused("lost_rows", counted=counted, read=rows)
    if rows and refused == rows:
        raise Refused("none_used", rows=rows)
    return warnings + ([say("many_refused", refused=refused, rows=rows)] if refused * 10 > rows else [])


def read(con: duckdb.DuckDBPyConnection, path: pathlib.Path, head: files.Header) -> int:
    """Read every record as text into the table `leidas`, in the file's order; return how many there are."""
    columns = {f"c{n}": "VARCHAR" for n in range(len(head.names) + SURPLUS)}
    place = {name: f"c{head.names.index(name)}" for name in files.SALES}
    legible = f"c{len(head.names) - 1} is not null and c{len(head.names)} is null"
    texts = ", ".join(f"case when {legible} then {place[name]} end as {name}" for name in files.SALES)
    with tempfile.TemporaryDirectory() as folder:
        sources, has_header = [str(path)], True
        if path.stat().st_size >= CUT_FROM_BYTES:
            cores = len(os.sched_getaffinity(0))
            sources, has_header = files.cut(path, head, cores, pathlib.Path(folder)), False
        con.execute(
            f"""create temp table leidas as
            select {texts}, {legible} as legible, regexp_full_match({place["id_venta"]}, '[!-~]+') as id_limpio
            from read_csv(?, columns = {columns}, header = {has_header}, delim = '{head.delimiter}', quote = '"',
                escape = '"', auto_detect = false, null_padding = true, parallel = false, nullstr = '\x01\x02')""",
            [sources],
        )
    return con.execute("select count(*) from leidas").fetchone()[0]


def summarise(con: duckdb.DuckDBPyConnection, datasets: pathlib.Path) -> list[str]:
    products, warnings = files.catalogue(catalogue_rows(con, datasets))
    kinds = {"producto": "varchar", "categoria_norm": "varchar", "impuesto": "decimal(5, 4)"}
    table(con, "productos", kinds, products)
    spellings = con.execute("select texto from por_producto").fetchall()
    table(con, "claves", {"texto": "varchar", "clave": "varchar"}, [(t, files.key(t)) for (t,) in spellings])
    con.execute(sql.SUMMARY)
    unknown, money = con.execute(sql.UNKNOWN).fetchone()
    return warnings + ([say("unknown_products", rows=unknown, money=money)] if unknown else [])


def catalogue_rows(con: duckdb.DuckDBPyConnection, datasets: pathlib.Path) -> list[tuple]:
    parquet = datasets / "catalogo.parquet"
    if not parquet.exists():
        return list(files.catalogue_rows(datasets / "catalogo.csv"))
    found = [row[0] for row in con.execute("describe select * from read_parquet(?)", [str(parquet)]).fetchall()]
    names = [name.strip(files.BLANKS).lower() for name in found]
    missing = [name for name in files.CATALOGUE if names.count(name) != 1]
    if missing:
        raise Refused("columns", file=parquet.name, missing=", ".join(missing), found=", ".join(names))
    columns = ", ".join('"' + found[names.index(name)].replace('"', '""') + '"' for name in files.CATALOGUE)
    return con.execute(f"select {columns} from read_parquet(?)", [str(parquet)]).fetchall()


def table(con: duckdb.DuckDBPyConnection, name: str, columns: dict[str, str], rows: list[tuple]) -> None:
    # as JSON: a list that is bound as a parameter costs 0.1 ms a text
    lists = [json.dumps([str(row[place]) for row in rows]) for place in range(len(columns))]
    fields = ", ".join(
        f"""cast(unnest(from_json(?, '["varchar"]')) as {kind}) as {column}""" for column, kind in columns.items()
    )
    con.execute(f"create temp table {name} as select {fields}", lists)


def store(con: duckdb.DuckDBPyConnection, folder: pathlib.Path) -> None:
    """Write the values of the five assets, each a Parquet file."""
    folder.mkdir(parents=True, exist_ok=True)
    values = {
        "ventas_leidas": f"select fila, regla, {', '.join(files.SALES)} from decididas",
        "ventas": "select fila, id as id_venta, dia as fecha, clave as producto, valor as precio, unidades as cantidad"
        " from decididas join claves on producto = texto where regla is null",
        "ventas_rechazadas": "from rechazadas",
        "productos": "from productos",
        "ingresos_totales": "from ingresos_totales",
    }
    for name, query in values.items():
        con.execute(f"copy ({query}) to '{folder}/{name}.parquet' (format parquet)")


def report(con: duckdb.DuckDBPyConnection, folder: pathlib.Path) -> None:
    """Write the three files of the report. DuckDB's CSV writer puts quotes around each `#`, so lines are made here."""
    folder.mkdir(parents=True, exist_ok=True)
    con.execute("""create or replace temp macro field(t) as
        case when regexp_matches(t, '[",\\r\\n]') then '"' || replace(t, '"', '""') || '"' else coalesce(t, '') end""")
    con.execute(f"copy ingresos_totales to '{folder}/ingresos_totales.parquet' (format parquet)")
    summary = ["categoria_norm", "total_ventas", "n_items", "precio_promedio"]
    for name, source, columns in [
        ("ingresos_totales", "ingresos_totales", summary),
        ("ventas_rechazadas", "rechazadas", ["regla", *files.SALES]),
    ]:
        line = " || ',' || ".join(f"field({column}::varchar)" for column in columns)
        con.execute(f"""copy (select {line} as "{",".join(columns)}" from {source})
            to '{folder}/{name}.csv' (format csv, header true, quote '', escape '', delimiter '\x01')""")
