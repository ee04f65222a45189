select categoria, count(*) as ventas, sum(precio) as total
from 'tiendas/*.csv'
where precio * cantidad > 0
group by categoria
order by total desc
