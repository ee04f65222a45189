package orquesta.resource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import orquesta.asset.Column;
import orquesta.asset.Relation;

/** Evaluates relations into files; what evaluates them is none of a resource's business. */
public interface Evaluator {
    /** The columns of a relation. */
    List<Column> columns(Relation relation);

    /** Writes a CSV file (UTF-8, comma, LF, quotes where needed, null as nothing) and returns how many rows it has. */
    long csv(Relation relation, Path file) throws IOException;

    /** Writes a Parquet file and returns how many rows it has. */
    long parquet(Relation relation, Path file) throws IOException;
}
