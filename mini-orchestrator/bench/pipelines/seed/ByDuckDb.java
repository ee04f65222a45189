package seed;

import java.nio.file.Path;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.resource.Evaluator;
import orquesta.resource.Resource;

/** Reads the files by DuckDB's own reader, with the statements of steps.py. */
final class ByDuckDb extends Seed {
    @Asset
    Relation ventas(Folder datasets) {
        return query("""
            select producto, precio, cantidad from (
                select producto, try_cast(precio as double) as precio, cantidad
                from read_csv('%s', header = true, auto_detect = false, columns = {'id_venta': 'BIGINT',
                    'fecha': 'VARCHAR', 'producto': 'VARCHAR', 'precio': 'VARCHAR', 'cantidad': 'BIGINT'}))
            where precio * cantidad > 0
            """.formatted(datasets.path().resolve("ventas.csv")));
    }

    @Asset
    Relation productos(Folder datasets) {
        return query("""
            select producto, categoria_norm, coalesce(impuesto, 0) as impuesto
            from read_csv('%s', header = true, auto_detect = false,
                columns = {'producto': 'VARCHAR', 'categoria_norm': 'VARCHAR', 'impuesto': 'DOUBLE'})
            """.formatted(datasets.path().resolve("catalogo.csv")));
    }

    /** A query over no relation: the builder begins with an input, so it gets one that is not used. */
    private static Relation query(String sql) {
        return Relation.with("nothing", Relation.rows("n", "0")).sql(sql);
    }

    /** A folder whose path the steps may see: {@code Datasets} hands out rows only. */
    record Folder(Path path) implements Resource<Folder> {
        @Override
        public Class<Folder> type() {
            return Folder.class;
        }

        @Override
        public Folder open(Evaluator evaluator) {
            return this;
        }

        @Override
        public Resource<Folder> set(String value) {
            return new Folder(Path.of(value).toAbsolutePath());
        }

        @Override
        public Resource<Folder> from(Path base) {
            return new Folder(base.resolve(path));
        }
    }
}
