package tienda;

import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;

public class Tienda {
    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv");
    }

    @Asset
    Relation totales(Relation ventas) {
        return Relation.with("ventas", ventas).sql("select producto, max(total) as total from ventas group by producto");
    }

    @Check
    CheckResult sinNegativos(Relation totales) {
        return CheckResult.noRows("a negative total", totales.where("total < 0"));
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda()).job(Job.named("diario").select("*totales"));
    }
}
