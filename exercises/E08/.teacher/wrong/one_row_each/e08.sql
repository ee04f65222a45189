with unidades as (
    select categoria, producto, sum(cantidad) as unidades
    from 'tiendas/*.csv'
    group by categoria, producto
)
select categoria, producto, unidades
from unidades
qualify row_number() over (partition by categoria order by unidades desc) = 1
