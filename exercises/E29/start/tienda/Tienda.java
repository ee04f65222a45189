package tienda;

import orquesta.asset.Asset;
import orquesta.asset.Relation;

/** The assets of a shop. Leave them as they are. */
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
    Relation ventasLimpias(Relation ventas) {
        return ventas.where("cantidad > 0");
    }

    @Asset
    Relation ingresosTotales(Relation ventasLimpias, Relation productos) {
        return Relation.with("ventas", ventasLimpias)
                .with("productos", productos)
                .sql("""
                select categoria, sum(precio * cantidad) as ingresos
                from ventas join productos using (producto)
                group by categoria
                """);
    }

    @Asset
    Relation reporteDiario(Relation ingresosTotales) {
        return Relation.with("ingresos", ingresosTotales).sql("select sum(ingresos) as total from ingresos");
    }

    @Asset
    Relation clientes() {
        return Relation.csv("clientes.csv");
    }

    @Asset
    Relation clientesFrecuentes(Relation ventas, Relation clientes) {
        return Relation.with("ventas", ventas).with("clientes", clientes).sql("""
                select nombre, count(*) as compras from ventas join clientes using (cliente) group by nombre
                """);
    }
}
