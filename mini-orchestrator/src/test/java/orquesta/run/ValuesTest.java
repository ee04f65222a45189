package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.run.Runs.asset;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.asset.StepFunction;
import orquesta.testkit.TestHome;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What a step may not return or throw, and the sentence that says so. */
@Tag("once")
class ValuesTest {
    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    private Ended returning(Class<?> type, StepFunction function) {
        AssetDefinition asset = AssetDefinition.named("a").returns(type).computedBy(function);
        return Runs.of(asset, asset("x")).in(home);
    }

    @Test
    void null_is_no_value() {
        Ended run = returning(Relation.class, in -> null);

        assertThat(run.states()).isEqualTo(Map.of("a", "failed", "x", "ok"));
        assertThat(run.reason("a"))
                .isEqualTo("it returned null, but declares a value of type Relation; return a value, "
                        + "call run.skip(\"reason\"), or declare void.");
    }

    @Test
    void a_value_of_another_type_than_declared_names_both() {
        assertThat(returning(Relation.class, in -> "text").reason("a"))
                .isEqualTo("it returned String, but declares Relation; return what it declares, "
                        + "or declare what it returns.");
    }

    @Test
    void a_lazy_relation_whose_query_fails_only_when_written_shows_the_query() {
        Ended run = returning(Relation.class, in -> Runs.one("tres").select("v::integer as n"));

        assertThat(run.state("a")).isEqualTo("failed");
        assertThat(run.reason("a"))
                .startsWith("Conversion Error: Could not convert string 'tres'")
                .doesNotContain("LINE ", "^")
                .endsWith("of the query: select v::integer as n from \"this\"");
        assertThat(run.printed()).doesNotContainKey("a");
    }

    @Test
    void a_missing_column_is_a_failed_step_and_no_definition_error() {
        AssetDefinition reads = AssetDefinition.named("b")
                .reads("a")
                .computedBy(in -> in.relation("a").select("precio"));

        Ended run = Runs.of(asset("a"), reads).in(home);

        assertThat(run.reason("b")).contains("\"precio\" not found");
        assertThat(run.status().exit()).isEqualTo(1);
    }

    @Test
    void a_table_with_floats_is_refused_by_the_name_of_the_column() {
        Table table = Table.create("t", FloatColumn.create("precio", new float[] {1.1f}));

        assertThat(returning(Table.class, in -> table).reason("a"))
                .isEqualTo("the column \"precio\" of the Table holds floats, which is what Tablesaw makes of exact "
                        + "decimals: money would be rounded. Return a Relation, or records with BigDecimal; if the "
                        + "numbers are not money, use a DoubleColumn.");
    }

    @Test
    void a_table_whose_text_was_exact_decimals_when_it_was_read_is_refused_by_name() {
        AssetDefinition precios = AssetDefinition.named("precios")
                .computedBy(in -> Relation.rows("n integer, precio decimal(18,2)", "1, 123456789.99"));
        AssetDefinition tabla = AssetDefinition.named("tabla")
                .reads("precios", Table.class)
                .returns(Table.class)
                .computedBy(in -> in.get("precios", Table.class));

        Ended run = Runs.of(precios, tabla).in(home);

        assertThat(run.states()).isEqualTo(Map.of("precios", "ok", "tabla", "failed"));
        assertThat(run.reason("tabla"))
                .isEqualTo("the column \"precio\" of the Table is text, made from exact decimals when the Table was "
                        + "read; it would be stored as text. Return a Relation, or records with BigDecimal.");
    }

    @Test
    void a_table_without_such_columns_is_stored() {
        Table table = Table.create("t", IntColumn.create("n", new int[] {1, 2}));

        assertThat(returning(Table.class, in -> table).state("a")).isEqualTo("ok");
        assertThat(home.lines("a")).containsExactly("1", "2");
    }

    @Test
    void errors_fail_the_step_and_leave_the_run_alone() {
        for (Error error : List.of(new OutOfMemoryError("Java heap space"), new AssertionError("no"), new Error("e"))) {
            Ended run = returning(Relation.class, in -> {
                throw error;
            });

            assertThat(run.states()).isEqualTo(Map.of("a", "failed", "x", "ok"));
            assertThat(run.reason("a")).startsWith(error.getClass().getSimpleName() + ": " + error.getMessage() + " (");
        }
    }

    @Test
    void memory_that_really_runs_out_fails_the_step() {
        Ended run = returning(Relation.class, in -> new long[Integer.MAX_VALUE - 8][Integer.MAX_VALUE - 8]);

        assertThat(run.states()).isEqualTo(Map.of("a", "failed", "x", "ok"));
        assertThat(run.reason("a")).startsWith("OutOfMemoryError");
    }

    @Test
    void endless_recursion_fails_the_step() {
        Ended run = returning(Relation.class, in -> endless(1));

        assertThat(run.states()).isEqualTo(Map.of("a", "failed", "x", "ok"));
        assertThat(run.reason("a")).startsWith("StackOverflowError (");
    }

    private static long endless(long n) {
        return n == 0 ? 0 : 1 + endless(n + 1);
    }

    @Test
    void the_trace_of_what_was_thrown_is_in_the_log_of_the_step() {
        Ended run = returning(Relation.class, in -> {
            throw new java.io.FileNotFoundException("ventas.csv");
        });

        assertThat(run.printed().get("a"))
                .startsWith("java.io.FileNotFoundException: ventas.csv\n\tat ")
                .contains("ValuesTest");
    }

    @Test
    void a_step_that_was_interrupted_by_its_own_code_is_still_stored() {
        Ended run = returning(Relation.class, in -> {
            Thread.currentThread().interrupt();
            return Runs.one("x");
        });

        assertThat(run.reason("a")).isEqualTo("published");
    }
}
