package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.event.Materialization;
import orquesta.selection.Selection;
import orquesta.testkit.TestHome;

/** What is known of a value without code of the user, and what the step adds itself. */
@Tag("once")
class MetadataTest {
    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void a_table_has_rows_columns_types_a_preview_bytes_and_a_named_hash() {
        AssetDefinition asset = AssetDefinition.named("a")
                .computedBy(in -> Relation.rows("p, precio decimal(18,2)", "'te', 1990", "'pan', null"));

        Ended run = Runs.of(asset).in(home);

        Materialization value = run.written("a");
        assertThat(value.contents().rows()).isEqualTo(2);
        assertThat(value.contents().columns())
                .containsExactly(new Column("p", "VARCHAR"), new Column("precio", "DECIMAL(18,2)"));
        assertThat(value.contents().preview()).containsExactly(List.of("te", "1990.00"), Arrays.asList("pan", null));
        assertThat(value.contents().bytes())
                .isEqualTo(home.folder()
                        .resolve("data")
                        .resolve(value.location())
                        .toFile()
                        .length());
        assertThat(value.hash().algorithm()).isNotBlank().isNotEqualTo("none");
        assertThat(value.hash().value()).matches("[0-9a-f]{64}");
        assertThat(run.result().step("a").rows()).isEqualTo(2);
        assertThat(run.result().step("a").times().millis()).isNotNegative();
    }

    @Test
    void the_preview_has_ten_rows_at_most() {
        AssetDefinition asset =
                AssetDefinition.named("a").computedBy(in -> Runs.one("x").select("unnest(range(25)) as n"));

        Ended run = Runs.of(asset).in(home);

        assertThat(run.written("a").contents().rows()).isEqualTo(25);
        assertThat(run.written("a").contents().preview()).hasSize(10);
    }

    @Test
    void a_step_adds_facts_of_its_own_which_stay_exact() {
        AssetDefinition asset = AssetDefinition.named("a").wantsRun().computedBy(in -> {
            in.run().metadata("archivo", java.nio.file.Path.of("ventas.csv"));
            in.run().metadata("filas", 5000);
            in.run().metadata("monto", new BigDecimal("123456789012345678.99"));
            in.run().metadata("completo", true);
            in.run().metadata("total", new java.util.concurrent.atomic.AtomicLong(7));
            return Runs.one("x");
        });

        Ended run = Runs.of(asset).in(home);

        assertThat(run.written("a").facts())
                .isEqualTo(Map.of(
                        "archivo",
                        "ventas.csv",
                        "filas",
                        5000,
                        "monto",
                        new BigDecimal("123456789012345678.99"),
                        "completo",
                        true,
                        "total",
                        "7"));
    }

    @Test
    void a_step_sees_number_date_and_clock_of_its_run() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T02:30:00Z"), ZoneId.of("America/Santiago"));
        AssetDefinition asset = AssetDefinition.named("a")
                .returns(String.class)
                .wantsRun()
                .computedBy(in -> in.run().number() + " " + in.run().date() + " "
                        + in.run().clock().instant());

        home.run(Definitions.of(asset));
        RunResult second = home.run(Definitions.of(asset), new RunRequest(Selection.all(), "diario", clock, 1));

        assertThat(home.value("a", String.class)).isEqualTo("2 2025-12-31 2026-01-01T02:30:00Z");
        assertThat(second.run().request().date()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(second.run().request().job()).isEqualTo("diario");
    }
}
