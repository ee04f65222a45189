with unidades as (
    select categoria, producto, sum(cantidad)::bigint as unidades
    from 'tiendas/*.csv'
    group by producto, categoria
)
select categoria, producto, unidades
from unidades
qualify rank() over (partition by categoria order by unidades desc) = 1
