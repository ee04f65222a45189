package semana;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import orquesta.asset.Asset;
import orquesta.asset.Reads;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.partition.Partition;
import orquesta.partition.Partitions;
import orquesta.resource.Resource;

/** The income of a shop, day by day, and of each week. */
public class Semana {
    private static final Map<String, List<Venta>> KNOWN = new ConcurrentHashMap<>();

    @Asset(partitions = "dia")
    List<Venta> ventasDiarias(Caja caja, Partition dia) throws IOException {
        List<Venta> sales = KNOWN.computeIfAbsent(dia.key(), day -> new ArrayList<>());
        sales.addAll(caja.ventas(dia.start(), dia.end()));
        return sales;
    }

    @Asset(partitions = "dia")
    Relation ingresosDiarios(Relation ventasDiarias, Partition dia) {
        return Relation.with("ventas", ventasDiarias)
                .sql("select date '" + dia.key()
                        + "' as dia, categoria, sum(monto) as ingresos from ventas group by categoria");
    }

    @Asset(partitions = "dia")
    Relation cambioDiario(
            Relation ingresosDiarios,
            @Reads(value = "ingresos_diarios", partitions = "previous") Optional<Relation> ayer) {
        Relation before = ayer.orElse(Relation.rows("ingresos bigint"));
        return Relation.with("hoy", ingresosDiarios)
                .with("ayer", before)
                .sql("select (select sum(ingresos) from hoy) - (select sum(ingresos) from ayer) as cambio");
    }

    @Asset(partitions = "semana")
    Relation ingresosSemanales(Relation ingresosDiarios) {
        return Relation.with("dias", ingresosDiarios)
                .sql("select categoria, sum(ingresos) as ingresos from dias group by categoria");
    }

    static Definitions definiciones() {
        return Definitions.of(new Semana())
                .partitions("dia", Partitions.daily("2026-08-31", "America/Santiago"))
                .partitions("semana", Partitions.weekly("2026-08-31", "America/Santiago"))
                .resource("caja", Resource.at("caja", Caja::new))
                .job(Job.named("semana").select("*"));
    }
}
