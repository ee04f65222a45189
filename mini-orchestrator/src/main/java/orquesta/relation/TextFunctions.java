package orquesta.relation;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.jspecify.annotations.Nullable;

/** The scalar function through which queries call Java: {@code orquesta_text(7, t)} is the function registered as 7 of t. */
final class TextFunctions {
    static final String NAME = "orquesta_text";

    private final Map<Long, UnaryOperator<String>> functions = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();

    void registerIn(DuckDBConnection instance) throws SQLException {
        BiFunction<Long, @Nullable String, @Nullable String> call = (id, text) ->
                text == null ? null : Objects.requireNonNull(functions.get(id)).apply(text);
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(NAME)
                    .withParameters(Long.class, String.class)
                    .withReturnType(String.class)
                    .withFunction(call)
                    .register(instance);
        }
    }

    long add(UnaryOperator<String> function) {
        long id = next.incrementAndGet();
        functions.put(id, function);
        return id;
    }

    void remove(long id) {
        functions.remove(id);
    }
}
