package orquesta.resource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import orquesta.asset.Column;
import orquesta.asset.Relation;

/** Evaluates relations whose relative paths of files start at the root of a pipeline. */
record PlacedEvaluator(Evaluator evaluator, Path root) implements Evaluator {
    @Override
    public List<Column> columns(Relation relation) {
        return evaluator.columns(relation.from(root));
    }

    @Override
    public void texts(Relation relation, RowReader reader) throws IOException {
        evaluator.texts(relation.from(root), reader);
    }

    @Override
    public void lines(Relation relation, String first, String line, Path file) throws IOException {
        evaluator.lines(relation.from(root), first, line, file);
    }

    @Override
    public long parquet(Relation relation, Path file) throws IOException {
        return evaluator.parquet(relation.from(root), file);
    }
}
