with unidades as (
    select categoria, producto, count(*) as unidades
    from 'tiendas/*.csv'
    group by categoria, producto
)
select categoria, producto, unidades
from unidades
qualify rank() over (partition by categoria order by unidades desc) = 1
