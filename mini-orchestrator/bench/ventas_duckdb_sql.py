"""The sales rules as SQL of DuckDB. Each different price, quantity and day is judged once; rows are joined to that."""

import ventas_files as files

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

create temp view numeradas as
select rowid + 1 as fila, *, case when id_limpio then id_venta else trimmed(id_venta) end as id from leidas;

create temp macro judged(source) as table
select sales.*, precios.valor as valor, cantidades.valor as unidades, fechas.valor as dia,
    case when not legible then 'fila_ilegible'::regla
         else coalesce(precios.regla, cantidades.regla, fechas.regla, case
            when precios.valor <= 0 or cantidades.valor <= 0 then 'total_no_positivo'::regla
            when id = '' then 'id_nulo'::regla end) end as regla_propia
from query_table(source) as sales
left join precios on precio = precios.texto
left join cantidades on cantidad = cantidades.texto
left join fechas on fecha = fechas.texto;

create temp table sospechosas as
select * from numeradas where id <> '' and id in (select id from numeradas group by id having count(*) > 1);

create temp table repetidas as
select fila from (
    select fila, row_number() over (partition by id order by fila) as vez
    from judged('sospechosas') where regla_propia is null)
where vez > 1;

create temp view decididas as
select sales.*, coalesce(regla_propia, case when repetidas.fila is not null then 'id_repetido'::regla end) as regla
from judged('numeradas') as sales left join repetidas on sales.fila = repetidas.fila;

create temp table rechazadas as
select fila, regla, {", ".join(files.SALES)} from decididas where regla is not null order by fila;

create temp table por_producto as
select producto as texto, sum(cast(valor as decimal(27, 2)) * unidades) as venta, sum(unidades) as n_items,
    sum(valor) as precios, count(*) as filas
from decididas where regla is null group by all;
"""

SUMMARY = f"""
create temp table ingresos_totales as
select categoria_norm, cast(centavos as decimal(36, 0)) * 0.01::decimal(2, 2) as total_ventas, n_items,
    cast(promedio as decimal(36, 0)) * 0.01::decimal(2, 2) as precio_promedio
from (
    select coalesce(categoria_norm, '{files.NO_CATEGORY}') as categoria_norm,
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
