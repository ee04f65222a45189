create table t as from 'datasets/clientes.parquet';
select ciudad, sum(monto) as total, count(*) as ventas
from read_csv('datasets/ventas.csv', types = {'monto': 'DECIMAL(12, 2)'}) v
left join t c on c.id = v.cliente
group by ciudad
order by total desc
