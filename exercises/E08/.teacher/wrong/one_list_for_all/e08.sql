with unidades as (
    select categoria, producto, sum(cantidad) as unidades
    from 'tiendas/*.csv'
    group by categoria, producto
)
select categoria, producto, unidades
from unidades
qualify rank() over (order by unidades desc) = 1
