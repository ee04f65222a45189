with unidades as (
    select categoria, producto, sum(cantidad) as unidades
    from 'tiendas/*.csv'
    where cantidad > 0
    group by categoria, producto
)
select categoria, producto, unidades
from unidades
qualify rank() over (partition by categoria order by unidades desc) = 1
