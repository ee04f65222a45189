select categoria, count(*) as ventas, sum(precio * cantidad) as total
from 'tiendas/*.csv'
where cantidad * precio > 0
group by categoria
order by total desc
