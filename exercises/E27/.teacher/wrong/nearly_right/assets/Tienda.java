package assets;

import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;

/** The assets of a shop. */
public class Tienda {
    @Asset
    Relation productos() {
        return Relation.csv("productos.csv");
    }

    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv");
    }

    @Asset
    Relation ingresosTotales(Relation ventas, Relation productos) {
        return Relation.with("v", ventas).with("p", productos).sql("""
                select producto, sum(cast(precio as double) * cantidad * (1 + impuesto)) as total
                from v join p using (producto) group by producto
                """);
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda());
    }
}
