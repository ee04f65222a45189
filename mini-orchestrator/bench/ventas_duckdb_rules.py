"""The sales rules in DuckDB SQL, as fast as we know how to write them.

Three things make them fast. Prices, quantities, days and products come in few different texts, so each text is judged
once and the rows are joined to the verdicts. A file is cut where no quote is open and its pieces are read at once
(ventas_files.cut). Sums run over 64-bit decimals and are widened before they are multiplied.
"""

import os
import pathlib
import tempfile
import threading

import duckdb
import ventas_files as files
from texts import Refused, say

BLANK = r"[ \t\r\n\x{A0}\x{202F}]*"
MARK = r"(?:\$|(?i:clp))"
GROUPS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})"
PRICE = rf"[+-]?(?:(?:[0-9]{{1,12}}|{GROUPS}{{1,3}})(?:,[0-9]{{1,2}})?|[0-9]{{1,12}}\.[0-9]{{1,2}})"
QUANTITY = rf"[+-]?(?:(?:[0-9]{{1,9}}|{GROUPS}{{1,2}})(?:,0{{1,2}})?|[0-9]{{1,9}}\.0{{1,2}})"
BEFORE, AFTER = f"{MARK}{BLANK}", f"{BLANK}{MARK}"
MARKED = f"(?:(?:{BEFORE}){{0,2}}{PRICE}|{PRICE}(?:{AFTER}){{1,2}}|{BEFORE}{PRICE}{AFTER})"
RULES = [
    *("fila_ilegible", "precio_nulo", "precio_ilegible", "cantidad_nula", "cantidad_ilegible"),
    *("fecha_ilegible", "fecha_futura", "total_no_positivo", "id_nulo", "id_repetido"),
]
SURPLUS = 8
CUT_FROM_BYTES = 32 << 20

VERDICTS = rf"""
create type regla as enum {tuple(RULES)};
create macro trimmed(t) as trim(t, '{files.BLANKS}');
create macro number(t) as cast(case
    when contains(t, ',') then replace(replace(t, '.', ''), ',', '.')
    when t like '%.__' or t like '%._' then t
    else replace(t, '.', '') end as decimal(14, 2));
create macro digits(t, form) as
    case when regexp_full_match(t, form) then regexp_extract(t, '[+-]?[0-9][0-9.,]*') end;
create macro day(t) as try_cast(case
    when regexp_full_match(t, '\d{{4}}-\d\d-\d\d') then t
    when regexp_full_match(t, '\d\d-\d\d-\d{{4}}|\d\d/\d\d/\d{{4}}') then t[7:10] || '-' || t[4:5] || '-' || t[1:2]
    end as date);

create temp table precios as
select texto, number(digits) as valor, cast(case
    when digits is not null then null
    when regexp_full_match(texto, '{BLANK}(?:{MARK}{BLANK}){{0,2}}') then 'precio_nulo'
    else 'precio_ilegible' end as regla) as regla
from (select precio as texto, digits(precio, '{BLANK}{MARKED}{BLANK}') as digits
      from (select distinct precio from leidas where precio is not null));

create temp table cantidades as
select texto, cast(number(digits) as integer) as valor, cast(case
    when digits is not null then null
    when regexp_full_match(texto, '{BLANK}') then 'cantidad_nula'
    else 'cantidad_ilegible' end as regla) as regla
from (select cantidad as texto, digits(cantidad, '{BLANK}{QUANTITY}{BLANK}') as digits
      from (select distinct cantidad from leidas where cantidad is not null));

create temp table fechas as
select texto, valor, cast(case
    when valor is null or valor < date '2000-01-01' then 'fecha_ilegible'
    when valor > getvariable('run_date') then 'fecha_futura' end as regla) as regla
from (select fecha as texto, day(trimmed(fecha)) as valor
      from (select distinct fecha from leidas where fecha is not null));

create temp view juzgadas as
select leidas.rowid + 1 as fila, leidas.* exclude (legible, id_limpio),
    case when id_limpio then id_venta else trimmed(id_venta) end as id,
    precios.valor as valor, cantidades.valor as unidades, fechas.valor as dia,
    case when not legible then 'fila_ilegible'::regla
         else coalesce(precios.regla, cantidades.regla, fechas.regla, case
            when precios.valor <= 0 or cantidades.valor <= 0 then 'total_no_positivo'::regla
            when not id_limpio and trimmed(id_venta) = '' then 'id_nulo'::regla end) end as regla_propia
from leidas
left join precios on precio = precios.texto
left join cantidades on cantidad = cantidades.texto
left join fechas on fecha = fechas.texto;

create temp table repetidas as
select fila from (
    select fila, row_number() over (partition by id order by fila) as vez from (
        select fila, id from juzgadas where regla_propia is null and id in (
            select id from juzgadas where regla_propia is null group by id having count(*) > 1)))
where vez > 1;

create temp view decididas as
select juzgadas.*, coalesce(regla_propia, case when repetidas.fila is not null then 'id_repetido'::regla end) as regla
from juzgadas left join repetidas on juzgadas.fila = repetidas.fila;

create temp table rechazadas as
select fila, regla, {", ".join(files.SALES)} from decididas where regla is not null order by fila;

create temp table por_producto as
select producto as texto, sum(cast(valor as decimal(27, 2)) * unidades) as venta, sum(unidades) as n_items,
    sum(valor) as precios, count(*) as filas
from decididas where regla is null group by all;
"""

SUMMARY = """
create temp table ingresos_totales as
select categoria_norm, cast(centavos as decimal(36, 0)) * 0.01::decimal(2, 2) as total_ventas, n_items,
    cast(promedio as decimal(36, 0)) * 0.01::decimal(2, 2) as precio_promedio
from (
    select coalesce(categoria_norm, getvariable('no_category')) as categoria_norm,
        (sum(cast(venta * 100 as hugeint) * cast(10000 + 10000 * coalesce(impuesto, 0) as hugeint)) + 5000) // 10000
            as centavos,
        cast(sum(por_producto.n_items) as bigint) as n_items,
        cast((2 * sum(cast(precios * 100 as hugeint)) + sum(filas)) // (2 * sum(filas)) as hugeint) as promedio
    from por_producto join claves using (texto) left join productos on clave = productos.producto group by 1)
order by total_ventas desc, categoria_norm;
"""

UNKNOWN = """
select coalesce(sum(filas), 0), coalesce(sum(venta), 0) from por_producto join claves using (texto)
where clave not in (select producto from productos)
"""


def read(con: duckdb.DuckDBPyConnection, path: pathlib.Path) -> int:
    """Read every record as text into the table `leidas`, in the file's order; return how many there are."""
    head = files.header(path, files.SALES)
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


def decide(con: duckdb.DuckDBPyConnection, datasets: pathlib.Path, date: str) -> list[str]:
    """Make the tables of the assets; return the warnings."""
    counted = []
    counting = threading.Thread(target=lambda: counted.append(count(datasets / "ventas.csv")))
    counting.start()
    rows = read(con, datasets / "ventas.csv")
    con.execute("set variable run_date = cast(? as date)", [date])
    con.execute(f"set variable no_category = '{files.NO_CATEGORY}'")
    con.execute(VERDICTS)
    products, warnings = files.catalogue(catalogue_rows(con, datasets))
    table(con, "productos", [("producto", "varchar"), ("categoria_norm", "varchar"), ("impuesto", "decimal(5, 4)")], products)
    spellings = [(text, files.key(text)) for (text,) in con.execute("select texto from por_producto").fetchall()]
    table(con, "claves", [("texto", "varchar"), ("clave", "varchar")], spellings)
    con.execute(SUMMARY)
    counting.join()
    refused = con.execute("select count(*) from rechazadas").fetchone()[0]
    if counted != [rows]:
        raise Refused("lost_rows", counted=counted[0], read=rows)
    if rows and refused == rows:
        raise Refused("none_used", rows=rows)
    unknown, money = con.execute(UNKNOWN).fetchone()
    if unknown:
        warnings.append(say("unknown_products", rows=unknown, money=money))
    return warnings + ([say("many_refused", refused=refused, rows=rows)] if refused * 10 > rows else [])


def count(path: pathlib.Path) -> int:
    return files.count_records(path, files.header(path, files.SALES))


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


def table(con: duckdb.DuckDBPyConnection, name: str, columns: list[tuple[str, str]], rows: list[tuple]) -> None:
    lists = [[str(row[place]) for row in rows] for place in range(len(columns))]
    fields = ", ".join(f"cast(unnest(?::varchar[]) as {kind}) as {column}" for column, kind in columns)
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
        con.execute(f"""copy (select {line} as "{','.join(columns)}" from {source})
            to '{folder}/{name}.csv' (format csv, header true, quote '', escape '', delimiter '\x01')""")
