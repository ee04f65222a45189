"""The course's pipeline, step by step, once in DuckDB's SQL and once in pandas: the same three tables."""

SQL = {
    "ventas": """select producto, precio, cantidad from (
            select producto, try_cast(precio as double) as precio, cantidad
            from read_csv('{datasets}/ventas.csv', header = true, auto_detect = false, columns = {{'id_venta': 'BIGINT',
                'fecha': 'VARCHAR', 'producto': 'VARCHAR', 'precio': 'VARCHAR', 'cantidad': 'BIGINT'}}))
        where precio * cantidad > 0""",
    "productos": """select producto, categoria_norm, coalesce(impuesto, 0) as impuesto
        from read_csv('{datasets}/catalogo.csv', header = true, auto_detect = false,
            columns = {{'producto': 'VARCHAR', 'categoria_norm': 'VARCHAR', 'impuesto': 'DOUBLE'}})""",
    "ingresos_totales": """select categoria_norm, sum(precio * cantidad * (1 + impuesto)) as total_ventas,
            cast(sum(cantidad) as bigint) as n_items, avg(precio) as precio_promedio
        from {ventas} join {productos} using (producto) group by categoria_norm order by total_ventas desc""",
}


def ventas(datasets):
    import pandas as pd

    sales = pd.read_csv(f"{datasets}/ventas.csv", usecols=["producto", "precio", "cantidad"], dtype={"precio": "str"})
    sales["precio"] = pd.to_numeric(sales["precio"], errors="coerce")
    return sales[sales["precio"] * sales["cantidad"] > 0]


def productos(datasets):
    import pandas as pd

    return pd.read_csv(f"{datasets}/catalogo.csv").fillna({"impuesto": 0.0})


def ingresos_totales(ventas, productos):
    joined = ventas.merge(productos, on="producto", how="inner")
    joined["total"] = joined["precio"] * joined["cantidad"] * (1 + joined["impuesto"])
    summary = joined.groupby("categoria_norm", as_index=False).agg(
        total_ventas=("total", "sum"), n_items=("cantidad", "sum"), precio_promedio=("precio", "mean")
    )
    return summary.sort_values("total_ventas", ascending=False)
