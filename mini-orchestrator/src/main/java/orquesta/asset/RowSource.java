package orquesta.asset;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows from elsewhere than DuckDB: read once from the start each time that a query needs them; nothing is open before. */
public interface RowSource {
    /** The columns, in the order of the values of each row; types VARCHAR, BIGINT, BOOLEAN, DOUBLE or DECIMAL. */
    List<Column> columns();

    /** Opens the source at its first row. */
    Cursor open() throws IOException;

    /** A place in the rows; used by one thread at a time. */
    interface Cursor extends Closeable {
        /** The next row (String, Long, Boolean, Double, BigDecimal or null by column), or null at the end. The array may be used again. */
        @Nullable
        Object @Nullable [] next() throws IOException;

        @Override
        void close() throws IOException;
    }
}
