package seed;

import java.nio.file.Path;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.datasets.Datasets;
import orquesta.definition.Definitions;
import orquesta.reports.Reports;

/**
 * The course's pipeline of steps.py as assets. The files are read with {@link Datasets}, as the lessons do; with
 * BENCH_READER=duckdb by the very statements of the peer, so that what is left beside it is the orchestrator.
 */
public abstract class Seed {
    @Asset
    Relation ingresosTotales(Relation ventas, Relation productos) {
        return Relation.with("ventas", ventas).with("productos", productos).sql("""
            select categoria_norm, sum(precio * cantidad * (1 + impuesto)) as total_ventas,
                cast(sum(cantidad) as bigint) as n_items, avg(precio) as precio_promedio
            from ventas join productos using (producto) group by categoria_norm order by total_ventas desc
            """);
    }

    @Asset
    Path publicarReporte(Relation ingresosTotales, Reports reports) {
        return reports.newFolder()
                .parquet("ingresos_totales.parquet", ingresosTotales)
                .path();
    }

    public static Definitions definitions() {
        boolean duckdb = "duckdb".equals(System.getenv("BENCH_READER"));
        Definitions definitions = duckdb
                ? Definitions.of(new ByDuckDb()).resource("datasets", new ByDuckDb.Folder(Path.of("datasets")))
                : Definitions.of(new ByDatasets()).resource("datasets", Datasets.in("datasets"));
        return definitions.resource("reports", Reports.in(".orquesta/reports"));
    }
}
