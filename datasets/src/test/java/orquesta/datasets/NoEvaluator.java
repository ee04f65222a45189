package orquesta.datasets;

import java.nio.file.Path;
import java.util.List;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.resource.Evaluator;

/** For tests in which nothing is evaluated. */
public enum NoEvaluator implements Evaluator {
    NONE;

    @Override
    public List<Column> columns(Relation relation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void texts(Relation relation, RowReader reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void lines(Relation relation, String first, String line, Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long parquet(Relation relation, Path file) {
        throw new UnsupportedOperationException();
    }
}
