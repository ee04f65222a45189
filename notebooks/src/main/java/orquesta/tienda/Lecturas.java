package orquesta.tienda;

import orquesta.asset.Relation;

/** Each line of ventas.csv, read twice: by the rules and as the monolith reads it. */
final class Lecturas {
    private Lecturas() {}

    /**
     * One row for each line: both readings of its amounts; {@code veces}, how often the catalogue has the product written
     * the same way, {@code categorias}, how many of these have a category; {@code dinero}, what it is worth in pesos with
     * tax, {@code informe}, what the monolith's report counts for it, and {@code diferencia}, the second minus the first.
     *
     * @param leidas the lines as the rules read them, {@code ventas_leidas}
     * @param productos the catalogue as the rules read it
     * @param catalogo the catalogue's file, which is what the monolith joins
     */
    static Relation de(Relation leidas, Relation productos, Relation catalogo) {
        return Relation.with("lecturas", amounts(leidas, productos))
                .with("catalogo", catalogo)
                .sql("""
                    with cuentas as (
                        select lecturas.*, count(c.producto) as veces, count(c.categoria_norm) as categorias,
                            coalesce(sum(precio_monolito::decimal(18, 5) * cantidad_monolito::decimal(9, 1)
                                * (1 + coalesce(c.impuesto, 0))) filter (precio_monolito * cantidad_monolito > 0
                                and c.categoria_norm is not null and regla is distinct from 'fila_ilegible'), 0)
                                as informe
                        from lecturas left join catalogo c on producto_texto = c.producto
                        group by all
                    )
                    select *, informe - dinero as diferencia from cuentas order by linea
                    """);
    }

    private static Relation amounts(Relation leidas, Relation productos) {
        return Relation.with("leidas", leidas).with("productos", productos).sql("""
                    select linea, regla, producto_texto, categoria_norm,
                        precio_texto, try_cast(precio_texto as double) as precio_monolito, precio,
                        cantidad_texto, try_cast(cantidad_texto as double) as cantidad_monolito, cantidad,
                        if(regla is null, precio * cantidad * (1 + coalesce(impuesto, 0)), 0) as dinero
                    from leidas left join productos using (producto)
                    """);
    }
}
