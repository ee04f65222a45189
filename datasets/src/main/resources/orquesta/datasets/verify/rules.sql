-- What the rules make of each row: read from the text alone, apart from the pipeline's own SQL.
create macro ends(x) as regexp_replace(regexp_replace(x, '^[ \t\r\n\x{a0}\x{202f}]+', ''), '[ \t\r\n\x{a0}\x{202f}]+$', '');
create macro key_of(x) as ends(regexp_replace(strip_accents(lower(x)), '[ \t\r\n\x{a0}\x{202f}]+', ' ', 'g'));
create macro unmarked(x) as regexp_replace(regexp_replace(ends(x), '^(?i:(\$|CLP)[ \t\x{a0}\x{202f}]*){1,2}', ''), '[ \t\x{a0}\x{202f}]*(?i:\$|CLP)$', '');
create macro marks(x) as len(regexp_extract_all(x, '(?i:\$|CLP)'));
create macro shape(x) as regexp_full_match(x, '[+-]?(\d{1,12}|[1-9]\d{0,2}(\.\d{3}){1,3})(,\d{1,2})?|[+-]?\d{1,12}\.\d{1,2}');
create macro number_of(x) as
    case when regexp_matches(x, '\.\d{1,2}$') then x::decimal(18, 2)
         else replace(replace(x, '.', ''), ',', '.')::decimal(18, 2) end;
create macro day_of(x) as coalesce(
    case when regexp_full_match(ends(x), '\d{4}-\d\d-\d\d') then try_strptime(ends(x), '%Y-%m-%d') end,
    case when regexp_full_match(ends(x), '\d\d-\d\d-\d{4}') then try_strptime(ends(x), '%d-%m-%Y') end,
    case when regexp_full_match(ends(x), '\d\d/\d\d/\d{4}') then try_strptime(ends(x), '%d/%m/%Y') end)::date;

create table valued as
select line, raw, fields, legible, id_venta, fecha, producto, precio, cantidad, key_of(producto) as product, ends(id_venta) as id,
       unmarked(precio) as price_text, ends(cantidad) as quantity_text, day_of(fecha) as day,
       case when shape(price_text) and marks(precio) <= 2 then number_of(price_text) end as price,
       case when shape(quantity_text) then number_of(quantity_text) end as amount,
       case when amount = trunc(amount) then amount::bigint end as quantity
from sales;

create table ruled as
select *, case
    when not legible then 'fila_ilegible'
    when price_text = '' then 'precio_nulo'
    when price is null then 'precio_ilegible'
    when quantity_text = '' then 'cantidad_nula'
    when quantity is null then 'cantidad_ilegible'
    when day is null or day < date '2000-01-01' then 'fecha_ilegible'
    when day > date '2026-12-31' then 'fecha_futura'
    when price <= 0 or quantity <= 0 then 'total_no_positivo'
    when id = '' then 'id_nulo'
    else 'used' end as own_rule
from valued;

create table judged as
select * exclude (own_rule),
       case when own_rule = 'used' and row_number() over (partition by id, own_rule order by line) > 1
            then 'id_repetido' else own_rule end as rule
from ruled;

-- Of several rows of a product the last one counts.
create table meaning as
select key_of(producto) as product, key_of(categoria_norm) as category,
       case when ends(impuesto) = '' then 0 else replace(ends(impuesto), ',', '.')::decimal(5, 4) end as tax, line
from catalogue where key_of(producto) <> '';
create table known as select product, arg_max(category, line) as category, arg_max(tax, line) as tax from meaning group by all;
create table used as
select j.*, coalesce(nullif(k.category, ''), 'sin_categoria') as category, coalesce(k.tax, 0) as tax, k.product is null as unknown
from judged j left join known k using (product) where rule = 'used';

-- The price that a product usually has: what stands behind a row whatever its price says.
create table usual as
select product, arg_max(price, (n, price)) as usual_price
from (select product, price, count(*) as n from used group by all) group by product;

-- Half up to two decimals, in whole numbers: a division would go through a double.
create macro cents_text(cents) as (cents // 100)::varchar || '.' || lpad((cents % 100)::varchar, 2, '0');
create macro mean_text(cents, n) as cents_text((cents * 2 + n) // (2 * n));
