-- The typed catalogue holds the rows of the one in text, in their order: empty is null, a tax counts by value.
with typed as (
    select row_number() over () as place, coalesce(producto, '') as producto, coalesce(categoria_norm, '') as categoria_norm, impuesto
    from read_parquet($parquet)),
texts as (
    select row_number() over (order by line) as place, producto, categoria_norm,
           nullif(replace(impuesto, ',', '.'), '')::decimal(5, 4) as impuesto
    from catalogue)
select 'catalogo.parquet/rows', count(*)::varchar from typed
union all
select 'catalogo.parquet/rows_unlike_catalogo.csv', count(*)::varchar
from typed t full join texts x on t.place = x.place and t.producto = x.producto and t.categoria_norm = x.categoria_norm
     and t.impuesto is not distinct from x.impuesto
where t.place is null or x.place is null
