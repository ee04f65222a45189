package assets;

import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;

/** The assets of a shop. */
public class Tienda {
    @Asset
    Relation productos() {
        return Relation.csv("productos.csv", "types = {'impuesto': 'DECIMAL(5,4)'}");
    }

    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv", "types = {'precio': 'DECIMAL(14,2)'}");
    }

    @Asset
    Relation ingresosTotales(Relation ventas, Relation productos) {
        return Relation.with("v", ventas).with("p", productos).sql("""
                select producto, sum(precio * cantidad * impuesto) as total
                from v join p using (producto) group by producto
                """);
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda());
    }
}
