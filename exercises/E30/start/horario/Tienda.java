package horario;

import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;

/** The assets of a shop, with two jobs. Leave them as they are. */
public class Tienda {
    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv");
    }

    @Asset
    Relation reporteDiario(Relation ventas) {
        return Relation.with("ventas", ventas)
                .sql("select producto, sum(total) as total from ventas group by producto");
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda())
                .job(Job.named("reporte_diario").select("*reporte_diario"))
                .job(Job.named("solo_ventas").select("ventas"));
    }
}
