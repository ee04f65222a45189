package e27;

import orquesta.asset.Asset;
import orquesta.asset.Relation;

public class Tienda {
    @Asset
    Relation productos() {
        return Relation.rows("producto, impuesto decimal(5,4)", "'té', 0.19", "'pan', 0", "'libro', 0.19");
    }

    @Asset
    Relation ventas() {
        return Relation.rows(
                "producto, precio decimal(14,2), cantidad", "'té', 1990, 2", "'pan', 500, 4", "'té', 2000, 1");
    }

    @Asset
    Relation ingresosTotales(Relation ventas, Relation productos) {
        return Relation.with("ventas", ventas).with("productos", productos).sql("""
                    select producto, sum(precio * cantidad * (1 + impuesto)) as total
                    from ventas join productos using (producto)
                    group by producto order by producto
                    """);
    }
}
