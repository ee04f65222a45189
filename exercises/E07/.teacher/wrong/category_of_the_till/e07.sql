select v.categoria as categoria_norm,
    sum(v.precio * v.cantidad * (1 + coalesce(c.impuesto, 0))) as total
from 'tiendas/*.csv' v
left join (select distinct producto, categoria_norm, impuesto from 'catalogo.parquet') c
    using (producto)
where v.precio * v.cantidad > 0
group by 1
