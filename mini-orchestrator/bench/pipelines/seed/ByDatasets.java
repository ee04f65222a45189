package seed;

import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.datasets.Datasets;

/** Reads the files by the strict reader of {@link Datasets}, which gives texts. */
final class ByDatasets extends Seed {
    @Asset
    Relation ventas(Datasets datasets) {
        return Relation.with("filas", datasets.records("ventas.csv", "producto", "precio", "cantidad"))
                .sql("""
                    select producto, precio, cantidad from (
                        select producto, try_cast(precio as double) as precio, cantidad::bigint as cantidad from filas)
                    where precio * cantidad > 0
                    """);
    }

    @Asset
    Relation productos(Datasets datasets) {
        return Relation.with("filas", datasets.records("catalogo.csv", "producto", "categoria_norm", "impuesto"))
                .sql("""
                    select producto, categoria_norm, coalesce(nullif(impuesto, '')::double, 0) as impuesto from filas
                    """);
    }
}
