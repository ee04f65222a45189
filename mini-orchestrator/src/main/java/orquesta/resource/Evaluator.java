package orquesta.resource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;

/** Evaluates relations into files; what evaluates them is none of a resource's business. */
public interface Evaluator {
    /** The columns of a relation. */
    List<Column> columns(Relation relation);

    /** Gives each row to a reader, every value as text. */
    void texts(Relation relation, RowReader reader) throws IOException;

    /**
     * Writes a file of lines in UTF-8, each with a line feed: first one of its own, then one for each row.
     *
     * @param line an expression in SQL over the columns, each of which is a text there
     */
    void lines(Relation relation, String first, String line, Path file) throws IOException;

    /** Writes a Parquet file and returns how many rows it has. */
    long parquet(Relation relation, Path file) throws IOException;

    /** The same; relative paths of files that a relation reads start at a folder. */
    default Evaluator from(Path folder) {
        return new PlacedEvaluator(this, folder);
    }

    /** Takes one row after the other; null where there is no value. The array may be used again. */
    interface RowReader {
        void row(@Nullable String[] values) throws IOException;
    }
}
