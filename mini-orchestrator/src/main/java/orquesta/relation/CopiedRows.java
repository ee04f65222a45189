package orquesta.relation;

import java.nio.file.Path;
import orquesta.asset.RowSource;

/** Rows that a session copies before it reads them: where they are, nobody may stay as long as a query does. */
public interface CopiedRows extends RowSource {
    /** Copies all rows, in their order, into a new file of Parquet. */
    void copy(Path to);

    @Override
    default Cursor open() {
        throw new IllegalStateException("the rows of " + this + " are copied before they are read");
    }
}
