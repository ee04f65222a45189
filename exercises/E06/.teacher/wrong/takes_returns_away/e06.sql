select categoria, count(*) as ventas, sum(precio * cantidad) as total
from 'tiendas/*.csv'
where precio is not null
group by categoria
order by total desc
