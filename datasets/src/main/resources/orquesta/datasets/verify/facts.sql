-- What was found, named as the manifest names it.
with kinds as (
    select kind, count(*) as rows, sum(pesos)::decimal(18, 2) as pesos, min(rule) || case when min(rule) <> max(rule) then '?' else '' end as rule,
           array_to_string(list(line order by line)[1:100], ',') as lines, array_to_string(list(id order by line)[1:100], '","') as ids
    from planted where kind is not null group by kind),
catalogue_kinds as (
    select kind, count(*) as rows, '["' || array_to_string(list(name order by name), '","') || '"]' as names,
           coalesce((select sum(u.price * u.quantity) from used u where u.product in
               (select p.product from catalogue_planted p where p.kind = c.kind and p.product <> '')), 0)::decimal(18, 2) as pesos
    from catalogue_planted c where kind is not null group by kind),
fates as (
    select j.rule, count(*) as rows,
           sum(case when j.rule = 'used' then j.price * j.quantity else p.pesos end)::decimal(18, 2) as pesos
    from judged j join planted p on p.line = j.line and p.kind is distinct from 'empty_line' group by all),
forms as (
    select case
        when contains(upper(precio), 'CLP') then 'clp'
        when contains(precio, '$') then 'symbol'
        when regexp_full_match(precio, '\d+') then 'plain'
        when regexp_full_match(precio, '\d+\.\d{1,2}') then 'point'
        when regexp_full_match(precio, '\d{1,3}(\.\d{3})+') then 'dots'
        else 'comma' end as form, count(*) as rows
    from planted where kind is null group by form),
categories as (
    select category, sum(price::decimal(12, 2) * quantity::decimal(9, 0) * (1 + tax)::decimal(6, 4)) as total, sum(quantity)::varchar as n_items,
           sum((price * 100)::bigint) as cents, count(*) as rows
    from used group by category)
select 'rows' as path, count(*)::varchar as value from judged
union all select 'catalogo.csv/rows', count(*)::varchar from catalogue
union all select 'ventas.csv/kinds/' || kind || '/rule', rule from kinds
union all select 'ventas.csv/kinds/' || kind || '/rows', rows::varchar from kinds
union all select 'ventas.csv/kinds/' || kind || '/pesos', pesos::varchar from kinds
union all select 'ventas.csv/kinds/' || kind || '/lines', '[' || lines || ']' from kinds
union all select 'ventas.csv/kinds/' || kind || '/ids', '["' || ids || '"]' from kinds
union all select 'ventas.csv/price_forms/' || form, rows::varchar from forms
union all select 'ventas.csv/answer/' || if(rule = 'used', 'used', 'refused/' || rule) || '/rows', rows::varchar from fates
union all select 'ventas.csv/answer/' || if(rule = 'used', 'used', 'refused/' || rule) || '/pesos', pesos::varchar from fates
union all select 'ventas.csv/answer/ingresos_totales/' || category || '/total_ventas', round(total, 2)::decimal(18, 2)::varchar from categories
union all select 'ventas.csv/answer/ingresos_totales/' || category || '/n_items', n_items from categories
union all select 'ventas.csv/answer/ingresos_totales/' || category || '/precio_promedio', mean_text(cents, rows) from categories
union all select 'catalogo.csv/kinds/' || kind || '/rows', rows::varchar from catalogue_kinds
union all select 'catalogo.csv/kinds/' || kind || '/pesos', pesos::varchar from catalogue_kinds
union all select 'catalogo.csv/kinds/' || kind || '/products', names from catalogue_kinds
