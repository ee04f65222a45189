package chequeos;

import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;

/** The sales of a shop, their income, and a report. */
public class Tienda {
    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv", "types = {'monto': 'BIGINT'}");
    }

    @Asset
    Relation ingresosTotales(Relation ventas) {
        return Relation.with("ventas", ventas)
                .sql("select categoria, sum(monto) as ingresos from ventas group by categoria");
    }

    @Asset
    Relation publicarReporte(Relation ingresosTotales) {
        return ingresosTotales.select("sum(ingresos) as total");
    }

    @Check(blocking = false)
    CheckResult checkIngresos(Relation ingresosTotales) {
        return CheckResult.noRows("a negative income", ingresosTotales.where("ingresos < 0"));
    }

    @Check(blocking = false)
    CheckResult checkSinProducto(Relation ventas) {
        return CheckResult.noRows("a sale without a product", ventas.where("producto is null"));
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda());
    }
}
