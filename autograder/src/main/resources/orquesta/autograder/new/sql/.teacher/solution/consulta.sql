select ciudad, sum(monto) as total, count(*) as ventas
from read_csv('datasets/ventas.csv', types = {'monto': 'DECIMAL(12, 2)'}) v
left join 'datasets/clientes.parquet' c on c.id = v.cliente
group by ciudad
order by total desc
