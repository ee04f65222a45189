package semana;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.resource.Resource;

/** The income of a shop, of all time in one piece. */
public class Semana {
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant SOME_DAY = Instant.parse("2100-01-01T00:00:00Z");

    @Asset
    List<Venta> ventasDiarias(Caja caja) throws IOException {
        return caja.ventas(LONG_AGO, SOME_DAY);
    }

    @Asset
    Relation ingresosDiarios(Relation ventasDiarias) {
        return Relation.with("ventas", ventasDiarias)
                .sql("select categoria, sum(monto) as ingresos from ventas group by categoria");
    }

    @Asset
    Relation cambioDiario(Relation ingresosDiarios) {
        return ingresosDiarios.select("sum(ingresos) as cambio");
    }

    @Asset
    Relation ingresosSemanales(Relation ingresosDiarios) {
        return ingresosDiarios;
    }

    static Definitions definiciones() {
        return Definitions.of(new Semana())
                .resource("caja", Resource.at("caja", Caja::new))
                .job(Job.named("semana").select("*"));
    }
}
