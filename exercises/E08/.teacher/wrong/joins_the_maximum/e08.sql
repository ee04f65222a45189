with unidades as (
    select categoria, producto, sum(cantidad) as unidades
    from 'tiendas/*.csv'
    group by categoria, producto
)
select categoria, producto, unidades
from unidades
join (select categoria, max(unidades) as mayor from unidades group by categoria) using (categoria)
where unidades = mayor
