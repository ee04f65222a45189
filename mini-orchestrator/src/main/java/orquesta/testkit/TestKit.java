package orquesta.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.bridge.NamedRows;
import orquesta.relation.Duck;
import orquesta.relation.Session;

/**
 * Values of relations and verdicts of checks, for unit tests that call an asset's method with rows of their own.
 *
 * <pre>{@code
 * Relation leidas = Relation.rows("id, precio decimal(18,2), regla", "1, 1990, null", "2, null, 'precio_nulo'");
 *
 * Relation ventas = new Ventas().ventas(leidas);
 *
 * assertThat(TestKit.lines(ventas)).containsExactly("1,1990.00,null");
 * assertThat(TestKit.rows(ventas).get(0)).containsEntry("precio", new BigDecimal("1990.00"));
 * assertThat(TestKit.passes(new Ventas().checkIngresos(ventas))).isTrue();
 * }</pre>
 */
public final class TestKit {
    private static final Duck DUCK = new Duck(Path.of(System.getProperty("java.io.tmpdir"), "orquesta-testkit"));

    private TestKit() {}

    /** The rows, each value by the name of its column: String, Integer, Long, Double, Boolean, BigDecimal, LocalDate, LocalDateTime, null. */
    public static List<Map<String, @Nullable Object>> rows(Relation relation) {
        try (Session session = DUCK.session()) {
            return NamedRows.of(session, relation);
        }
    }

    /** The rows as text, values between commas as DuckDB prints them; {@code null} where there is none. */
    public static List<String> lines(Relation relation) {
        return rows(relation).stream().map(TestKit::line).toList();
    }

    private static String line(Map<String, @Nullable Object> row) {
        return row.values().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Whether a check passes; evaluates the relation that it looks at. */
    public static boolean passes(CheckResult result) {
        return result instanceof CheckResult.NoRows noRows
                ? rows(noRows.failing()).isEmpty()
                : ((CheckResult.Known) result).passed();
    }
}
