-- Which kind of dirt a row shows, by the look of its text.
create table looked as
select j.*, case
    when not legible and ends(raw) = '' then 'row_of_blanks'
    when not legible and fields < 8 then 'row_cut'
    when not legible and fields > 8 then 'row_decimal_comma'
    when precio = '' and fecha = '31-02-2025' then 'price_and_date'
    when precio = '' then 'price_empty'
    when price_text = '' then 'price_only_mark'
    when regexp_full_match(precio, '\d{1,3}(,\d{3})+') then 'price_american'
    when regexp_full_match(precio, '\d{1,3}( \d{3})+') then 'price_space'
    when precio in ('n/d', 'consultar', 's/p') then 'price_word'
    when regexp_matches(precio, '^-\$') then 'price_sign_first'
    when regexp_full_match(precio, '\d+e\d') then 'price_exponent'
    when regexp_full_match(precio, '\d{4,}\.000') then 'price_three_decimals'
    when regexp_full_match(precio, '0\.\d{3,}') then 'price_leading_zero'
    when regexp_full_match(precio, '[０-９]+') then 'price_full_width'
    when marks(precio) = 3 then 'price_three_marks'
    when price = 0 then 'price_zero'
    when regexp_matches(precio, '^-\d') then 'price_negative'
    when regexp_matches(precio, '[\x{a0}\x{202f}]') then 'price_nbsp'
    when marks(precio) = 2 then 'price_two_marks'
    when regexp_matches(precio, '^\+') then 'price_plus'
    when cantidad = '' then 'quantity_empty'
    when regexp_full_match(cantidad, '\d[.,]5') then 'quantity_fraction'
    when regexp_full_match(cantidad, '[a-z ]+') then 'quantity_word'
    when regexp_full_match(cantidad, '\d,000') then 'quantity_three_decimals'
    when regexp_matches(cantidad, '^-') then 'quantity_negative'
    when cantidad = '0' then 'quantity_zero'
    when regexp_full_match(cantidad, '\d+(\.0|,00)') then 'quantity_decimals'
    when cantidad = '1.000' then 'quantity_thousand'
    when fecha = '' then 'date_empty'
    when fecha in ('31-02-2025', '2025-02-30') then 'date_impossible'
    when regexp_full_match(fecha, '0\d/(1[3-9]|2\d)/2025') then 'date_american'
    when regexp_full_match(fecha, '\d\d-\d\d-\d\d') then 'date_short_year'
    when fecha like '% de % de %' then 'date_word'
    when year(day) < 2000 then 'date_too_old'
    when year(day) = 2999 then 'date_future'
    when regexp_matches(fecha, '^ ') then 'date_blanks'
    when id_venta = '' then 'id_empty'
    when id = '' then 'id_of_blanks'
    when regexp_matches(id_venta, '^ ') then 'id_blanks'
    when not regexp_full_match(id_venta, 'V\d{8}') then 'id_alike'
    when line > min(line) over (partition by raw) then 'id_sent_twice'
    when rule = 'id_repetido' then 'id_taken'
    when producto like '%' || chr(10) || '%' then 'product_line_break'
    when regexp_matches(producto, '[\x{300}-\x{36f}]') then 'product_decomposed'
    when regexp_matches(producto, '\x{a0}$') then 'product_nbsp'
    when contains(producto, '"') and not contains(raw, '""') then 'product_bare_quote'
    when not exists (from known k where k.product = j.product) then 'product_unknown'
    when producto = upper(producto) or producto = lower(producto) or regexp_matches(producto, '^ |  | $') then 'product_variant'
    end as look, usual_price
from judged j left join usual using (product);

-- An id that an earlier price in words had, and that is now used, was sent again.
create table planted as
select case when look is null and id in (select id from looked where look = 'price_word') then 'id_corrected' else look end as kind,
       line, coalesce(id_venta, split_part(raw, ',', 1)) as id, rule, price, quantity, precio,
       coalesce(usual_price, 0) * coalesce(case when legible then quantity end, 1) as pesos
from looked;
update planted set id = '' where kind = 'row_of_blanks';
insert into planted select 'empty_line', line, '', 'not_a_row', null, null, null, 0 from empty_lines;
