-- What the rules make of a pair of files as a whole.
with totals as (select count(*) as rows, count(*) filter (rule = 'used') as used from judged),
warnings as (
    select 1 as place, 'encoding' as name where $latin1
    union all select 2, 'conflicts' where exists (select 1 from meaning group by product having count(distinct (category, tax)) > 1)
    union all select 3, 'unknown_products' where exists (from used where unknown)
    union all select 4, 'empty_taxes' where exists (from catalogue where ends(impuesto) = '')
    union all select 5, 'many_refused' from totals where (rows - used) * 10 > rows)
select 'rows' as path, rows::varchar as value from totals
union all select 'used', used::varchar from totals
union all select 'outcome', if(rows > 0 and used = 0, 'blocked', 'published') from totals
union all select 'refused/' || rule, count(*)::varchar from judged where rule <> 'used' group by rule
union all select 'warnings', '["' || array_to_string(list(name order by place), '","') || '"]' from warnings having count(*) > 0
