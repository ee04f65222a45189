-- What is wrong with the catalogue, row by row; the first row of a product is never its repetition.
create table catalogue_planted as
with rows as (
    select *, key_of(producto) as product, key_of(categoria_norm) as category, replace(ends(impuesto), ',', '.') as tax,
           row_number() over (partition by product order by line) as occurrence,
           count(distinct key_of(categoria_norm) || ' ' || replace(ends(impuesto), ',', '.')) over (partition by product) as meanings
    from catalogue)
select case
    when product = '' then 'product_empty'
    when occurrence > 1 and meanings > 1 then 'product_conflict'
    when occurrence > 1 then 'product_repeated'
    when category = '' then 'category_empty'
    when tax = '' then 'tax_empty'
    when contains(impuesto, ',') then 'tax_comma'
    when categoria_norm <> category then 'category_variant'
    when producto = upper(producto) then 'product_accent'
    end as kind, product, producto as name
from rows;
insert into catalogue_planted
select 'product_missing', product, any_value(producto) from used where unknown group by product;
