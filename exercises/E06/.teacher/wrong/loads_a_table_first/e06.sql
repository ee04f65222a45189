create temp table ventas as select * from 'tiendas/*.csv';
select categoria, count(*) as ventas, sum(precio * cantidad) as total
from ventas
where precio * cantidad > 0
group by categoria
order by total desc
