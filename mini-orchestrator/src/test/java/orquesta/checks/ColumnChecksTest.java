package orquesta.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.RunResult;
import orquesta.asset.Asset;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Check;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Column;
import orquesta.asset.Reads;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.testkit.TestHome;
import orquesta.testkit.TestKit;
import orquesta.text.UserException;

/** Each rule with a table that keeps it and one that breaks it, and what is kept of the rows. */
@Tag("once")
class ColumnChecksTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-05T15:00:00Z"), ZoneId.of("America/Santiago"));
    private static final Relation VENTAS = Relation.rows(
            "id int, producto varchar, zona varchar, precio decimal(10,2), regla varchar",
            "1, 'té', 'norte', 1990, 'a'",
            "2, 'pan', 'sur', 0, 'b'",
            "2, null, 'Sur', -1, null",
            "null, 'té', null, null, null");

    private static List<String> broken(ColumnChecks checks) {
        Relation failing = ((CheckResult.NoRows) checks.result()).failing();
        return TestKit.lines(failing.select("broken_rule")).stream().sorted().toList();
    }

    @Test
    void each_rule_names_the_rows_that_break_it() {
        Relation catalogo = Relation.rows("producto varchar", "'té'");

        assertThat(broken(ColumnChecks.of(VENTAS).notNull("producto", "id")))
                .containsExactly("notNull(id)", "notNull(producto)");
        assertThat(broken(ColumnChecks.of(VENTAS).unique("id"))).containsExactly("unique(id)", "unique(id)");
        assertThat(broken(ColumnChecks.of(VENTAS).unique("id", "zona"))).isEmpty();
        assertThat(broken(ColumnChecks.of(VENTAS).accepted("zona", "norte", "sur")))
                .containsExactly("accepted(zona)");
        assertThat(broken(ColumnChecks.of(VENTAS).between("precio", "0", "1990")))
                .containsExactly("between(precio, 0, 1990)");
        assertThat(broken(ColumnChecks.of(VENTAS).references("producto", catalogo, "producto")))
                .containsExactly("references(producto, producto)");
        assertThat(broken(ColumnChecks.of(VENTAS).rowCount(5, 9))).containsExactly("rowCount(5, 9)");
        assertThat(broken(ColumnChecks.of(VENTAS).rowCount(4, 4))).isEmpty();
    }

    @Test
    void a_quote_in_a_value_or_a_name_is_no_sql() {
        Relation odd = Relation.sql("select 'it''s' as \"a \"\"b\"\"\"");

        assertThat(broken(ColumnChecks.of(odd).accepted("a \"b\"", "it's").notNull("a \"b\"")))
                .isEmpty();
        assertThat(broken(ColumnChecks.of(odd).accepted("a \"b\"", "x' or true --")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "date '2026-11-04', 12h, true", // ended at midnight, twelve hours ago
        "date '2026-11-04', 11h, false",
        "timestamp '2026-11-05 11:30', 30m, true",
        "timestamp '2026-11-05 11:29', 30m, false",
        "null::date, 30d, false",
    })
    void the_newest_value_is_compared_with_the_clock_of_the_run(String value, String age, boolean young) {
        Relation table = Relation.rows("fecha", value, "null");

        assertThat(TestKit.passes(
                        ColumnChecks.of(table).youngerThan("fecha", age, NOON).result()))
                .isEqualTo(young);
    }

    @Test
    void an_age_that_is_none_and_no_rule_at_all_are_refused() {
        assertThatThrownBy(() -> ColumnChecks.of(VENTAS).youngerThan("id", "un día", NOON))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("\"un día\" is no age; write a time such as \"26h\"");
        assertThatThrownBy(() -> ColumnChecks.of(VENTAS).result()).hasMessageContaining("no rule");
    }

    @Test
    void in_a_run_the_rows_are_kept_with_their_rule_and_the_asset_is_blocked() {
        try (TestHome home = TestHome.create()) {
            RunResult run = run(home, 0);

            assertThat(run.step("ventas").state()).isEqualTo(State.BLOCKED);
            Fact.CheckEvaluated said = evaluated(home, run);
            assertThat(said.failing()).isEqualTo(3);
            assertThat(said.columns().get(0).name()).isEqualTo("broken_rule");
            assertThat(said.said().toString()).contains("a row that breaks notNull(producto), unique(id)");
        }
    }

    @Test
    void up_to_a_number_of_rows_a_blocking_check_only_warns() {
        try (TestHome home = TestHome.create()) {
            RunResult run = run(home, 3);

            assertThat(run.step("ventas#columnas").state()).isEqualTo(State.WARNED);
            assertThat(run.step("ventas").state()).isEqualTo(State.WARNED);
            assertThat(run.step("reporte").state()).isEqualTo(State.OK);
            assertThat(run.exit()).isZero();
            assertThat(run(home, 2).step("ventas").state()).isEqualTo(State.BLOCKED);
        }
    }

    /** A source that has as many rows as it is told. */
    static final class Rows {
        private int count;

        @Asset
        Relation ventas() {
            return Relation.sql("select * from range(" + count + ") r(id)");
        }

        @Check
        CheckResult casiComoAyer(
                Relation ventas, @Reads(value = "ventas", partitions = "previous") Optional<Relation> ayer) {
            return ColumnChecks.of(ventas).rowCountNear(ayer, 20).result();
        }
    }

    @Test
    void rows_are_counted_against_what_was_published_before() {
        Rows rows = new Rows();
        Definitions definitions = Definitions.of(rows);
        try (TestHome home = TestHome.create()) {
            rows.count = 10;
            assertThat(home.run(definitions).step("ventas").state()).isEqualTo(State.OK);
            rows.count = 12;
            assertThat(home.run(definitions).step("ventas").state()).isEqualTo(State.OK);
            rows.count = 9; // a quarter less than twelve: is not published, so the next is compared with twelve again
            RunResult blocked = home.run(definitions);
            rows.count = 10;
            RunResult again = home.run(definitions);

            assertThat(blocked.step("ventas").state()).isEqualTo(State.BLOCKED);
            assertThat(again.step("ventas").state()).isEqualTo(State.OK);
            Fact.CheckEvaluated said = evaluated(home, blocked);
            assertThat(said.columns().stream().map(Column::name))
                    .containsExactly("broken_rule", "row_count", "row_count_before");
            assertThat(said.sample()).containsExactly(List.of("rowCountNear(20%)", "9", "12"));
        }
    }

    static final class Wrong {
        @Asset
        Relation ventas() {
            return VENTAS;
        }

        @Asset
        Relation cambio(@Reads(value = "ventas", partitions = "previous") Optional<Relation> ayer) {
            return ayer.orElse(VENTAS);
        }

        @Check
        CheckResult igual(@Reads(value = "ventas", partitions = "previous") Optional<Relation> ventas) {
            return CheckResult.of(ventas.isPresent(), "");
        }
    }

    @Test
    void what_was_there_before_is_for_checks_of_the_asset_alone_and_never_what_they_judge() {
        assertThatThrownBy(() -> Definitions.of(new Wrong()).validated())
                .isInstanceOf(UserException.class)
                .hasMessageContaining("Wrong.cambio: it reads the value before of \"ventas\", which has no partitions")
                .hasMessageContaining("Wrong.igual: its first parameter is the value that it judges");
    }

    private static Fact.CheckEvaluated evaluated(TestHome home, RunResult run) {
        return home.history().events(run.run().id()).stream()
                .map(Event::fact)
                .filter(Fact.CheckEvaluated.class::isInstance)
                .map(Fact.CheckEvaluated.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static RunResult run(TestHome home, long tolerated) {
        AssetDefinition ventas = AssetDefinition.named("ventas").computedBy(in -> VENTAS);
        AssetDefinition reporte =
                AssetDefinition.named("reporte").reads("ventas").computedBy(in -> in.relation("ventas"));
        CheckDefinition columnas = CheckDefinition.named("columnas", "ventas")
                .computedBy(in -> ColumnChecks.of(in.relation("ventas"))
                        .notNull("producto")
                        .unique("id")
                        .result()
                        .warnsUpTo(tolerated));
        return home.run(Definitions.of(ventas, reporte, columnas));
    }
}
