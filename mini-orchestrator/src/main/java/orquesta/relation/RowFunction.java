package orquesta.relation;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.RowSource;

/**
 * The table function through which DuckDB reads rows of ours: {@code orquesta_rows(7)} are those of the source that was
 * registered as 7. Rows stream in chunks. One thread reads a source, in its order, and works on what it read, see {@link StagedRows}.
 */
final class RowFunction implements DuckDBTableFunction<RowFunction.Registered, RowFunction.Reading, Object> {
    static final String NAME = "orquesta_rows";

    /** A source that a query may read, what is open of it, and what went wrong when it was read. */
    static final class Registered implements AutoCloseable {
        private final RowSource source;
        private final Set<Reading> open = ConcurrentHashMap.newKeySet();
        private volatile @Nullable Throwable failure;

        Registered(RowSource source) {
            this.source = source;
        }

        @Nullable
        Throwable failure() {
            return failure;
        }

        /** Closes what a query left open because it had enough. */
        @Override
        public void close() {
            for (Reading reading : open) {
                try {
                    reading.close();
                } catch (IOException e) {
                    // its rows were all read before: nothing that the query needed is lost
                }
            }
        }
    }

    /** One pass over a source. */
    static final class Reading {
        private final Registered registered;
        private final RowSource.Cursor cursor;
        private final List<Column> columns;
        private boolean done;

        Reading(Registered registered) throws IOException {
            this.registered = registered;
            this.cursor = registered.source.open();
            this.columns = registered.source.columns();
            registered.open.add(this);
        }

        void close() throws IOException {
            done = true;
            if (registered.open.remove(this)) {
                cursor.close();
            }
        }
    }

    private final Map<Long, Registered> sources = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();

    void registerIn(DuckDBConnection instance) throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(NAME).withParameter(Long.class).withFunction(this).register(instance);
        }
    }

    long add(Registered source) {
        long id = next.incrementAndGet();
        sources.put(id, source);
        return id;
    }

    void remove(long id) {
        sources.remove(id);
    }

    @Override
    public Registered bind(DuckDBTableFunctionBindInfo info) throws Exception {
        Registered registered = sources.get(info.getParameter(0).getLong());
        if (registered == null) {
            throw new SQLException("no such source of rows");
        }
        for (Column column : registered.source.columns()) {
            info.addResultColumn(column.name(), nativeType(column));
        }
        return registered;
    }

    /** The types that rows of ours may have; all else comes as text and is cast by the query. */
    private static DuckDBColumnType nativeType(Column column) {
        return switch (column.type()) {
            case "BIGINT", "INTEGER", "SMALLINT", "TINYINT" -> DuckDBColumnType.BIGINT;
            case "BOOLEAN" -> DuckDBColumnType.BOOLEAN;
            case "DOUBLE", "FLOAT" -> DuckDBColumnType.DOUBLE;
            default -> DuckDBColumnType.VARCHAR;
        };
    }

    @Override
    public Reading init(DuckDBTableFunctionInitInfo info) throws Exception {
        info.setMaxThreads(1);
        Registered registered = info.getBindData();
        try {
            return new Reading(registered);
        } catch (IOException | RuntimeException | Error e) {
            registered.failure = e;
            throw e;
        }
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) throws Exception {
        Reading reading = info.getInitData();
        if (reading.done) {
            return 0;
        }
        try {
            return fill(reading, chunk);
        } catch (IOException | RuntimeException | Error e) {
            reading.registered.failure = e;
            reading.close();
            throw e;
        }
    }

    private static long fill(Reading reading, DuckDBDataChunkWriter chunk) throws IOException {
        int width = reading.columns.size();
        int capacity = (int) chunk.capacity();
        Object[][] values = new Object[width][capacity];
        int filled = 0;
        while (filled < capacity && !reading.done) {
            @Nullable Object @Nullable [] row = reading.cursor.next();
            if (row == null) {
                reading.close();
            } else {
                for (int i = 0; i < width; i++) {
                    values[i][filled] = row[i];
                }
                filled++;
            }
        }
        for (int i = 0; i < width; i++) {
            write(chunk.vector(i), values[i], filled);
        }
        return filled;
    }

    private static void write(DuckDBWritableVector vector, @Nullable Object[] values, int count) {
        if (vector.getType() == DuckDBColumnType.VARCHAR) {
            String[] texts = new String[count];
            for (int i = 0; i < count; i++) {
                texts[i] = text(values[i]);
            }
            vector.setStrings(0, texts);
            return;
        }
        for (int i = 0; i < count; i++) {
            if (values[i] == null) {
                vector.setNull(i);
            } else if (vector.getType() == DuckDBColumnType.BIGINT) {
                vector.setLong(i, ((Number) values[i]).longValue());
            } else if (vector.getType() == DuckDBColumnType.BOOLEAN) {
                vector.setBoolean(i, (Boolean) values[i]);
            } else {
                vector.setDouble(i, ((Number) values[i]).doubleValue());
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? null : value.toString();
    }
}
