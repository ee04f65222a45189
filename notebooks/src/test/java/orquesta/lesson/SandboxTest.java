package orquesta.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.partition.Partition;
import orquesta.partition.Partitions;
import orquesta.schedule.Schedule;
import orquesta.text.UserException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class SandboxTest {
    private final Sandbox sandbox = Sandbox.open();

    @AfterEach
    void close() {
        System.clearProperty("orquesta.lang");
    }

    @Test
    void reads_the_committed_data_and_refuses_other_names_with_the_nearest() {
        assertThat(sandbox.data("ventas.csv")).isRegularFile();
        assertThat(sandbox.data("variants/american")).isDirectory();
        assertThatThrownBy(() -> sandbox.data("venta.csv"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("did you mean \"ventas.csv\"?");
        assertThatThrownBy(() -> sandbox.data("nowhere/ventas.csv"))
                .hasMessageContaining("there is no \"nowhere/ventas.csv\"");
    }

    @Test
    void runs_in_a_home_of_its_own_and_gives_what_was_published() {
        Pipeline tea = Definitions.of(new Tea()).validated("tea");

        assertThatThrownBy(() -> sandbox.published(tea, "productos"))
                .hasMessageContaining("\"productos\" of \"tea\" was never published here");
        sandbox.run(tea);

        Table shown = sandbox.show("tes", sandbox.published(tea, "productos").where("producto = 'té'"));
        assertThat(shown.name()).isEqualTo("tes");
        assertThat(shown.rowCount()).isEqualTo(1);
    }

    @Test
    void says_how_an_asset_ended_that_nobody_can_read() {
        Pipeline broken = Definitions.of(new Broken()).validated("broken");
        sandbox.run(broken);

        assertThatThrownBy(() -> sandbox.published(broken, "productos"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("\"productos\" is not published, since in its last run it ended failed: ")
                .hasMessageContaining("producto");
    }

    @Test
    void points_an_example_at_other_data_and_its_reports_into_the_sandbox() {
        Pipeline ventas = sandbox.pipeline("ventas", sandbox.data("variants/american"));

        assertThat(ventas.name()).isEqualTo("ventas");
        assertThat(sandbox.run(ventas).step("ventas").state().text()).isEqualTo("blocked");
        assertThat(sandbox.run(sandbox.pipeline("ventas"))
                        .step("publicar_reporte")
                        .state()
                        .text())
                .isEqualTo("ok");
        assertThat(sandbox.folder("reports").resolve("ingresos_totales.csv")).isRegularFile();
    }

    @Test
    void fills_the_pieces_that_are_missing_and_those_that_a_late_one_made_old() {
        Pipeline days = Definitions.of(new Days())
                .partitions("dia", Partitions.daily("2026-03-02", "America/Santiago"))
                .validated("days");

        assertThat(sandbox.missing(days, "2026-03-02", "2026-03-03")).hasSize(4);
        sandbox.backfill(days, "2026-03-02", "2026-03-03");
        assertThat(sandbox.missing(days, "2026-03-02", "2026-03-03")).isEmpty();

        sandbox.run(days, "ventas", "2026-03-03");
        assertThat(sandbox.missing(days, "2026-03-02", "2026-03-04"))
                .containsExactlyInAnyOrder("ingresos@2026-03-03", "ventas@2026-03-04", "ingresos@2026-03-04");
        assertThat(sandbox.table(sandbox.published(days, "ingresos@2026-03-03")).getString(0, 0))
                .isEqualTo("3");
        assertThatThrownBy(() -> sandbox.published(days, "ingresos@2026-03-05"))
                .hasMessageContaining("\"ingresos@2026-03-05\" of \"days\" was never published here");
    }

    /** What each day sold. */
    public static final class Days {
        @Asset(partitions = "dia")
        public Relation ventas(Partition dia) {
            return Relation.rows("pesos", "" + dia.from().getDayOfMonth());
        }

        @Asset(partitions = "dia")
        public Relation ingresos(Relation ventas) {
            return ventas;
        }
    }

    @Test
    void shows_numbers_as_people_of_the_language_write_them() {
        System.setProperty("orquesta.lang", "es");
        Table spanish = sandbox.show(numbers());
        System.setProperty("orquesta.lang", "en");
        Table english = sandbox.show(numbers());

        assertThat(spanish.getString(0, "pesos")).isEqualTo("-33.959.336,47");
        assertThat(english.getString(0, "pesos")).isEqualTo("-33,959,336.47");
        assertThat(english.getString(1, "pesos")).isEqualTo("19.99");
        assertThat(english.getString(2, "pesos")).isEqualTo("12,000.00");
        assertThat(english.getString(2, "items")).isEqualTo("1,794");
    }

    @Test
    void shows_exact_decimals_and_counts_of_a_relation_in_the_same_way() {
        System.setProperty("orquesta.lang", "es");

        Table shown = sandbox.show(
                "totales", Relation.with("r", Relation.rows("x", "1")).sql("""
                select 5000 as lineas, 1234567::hugeint as suma, 0::decimal(38, 10) as resto, -0.0004 as casi,
                    -1234.5::decimal(18, 5) as dinero, '19.990' as texto, null::decimal(9, 2) as nada
                """));

        assertThat(List.of("lineas", "suma", "resto", "casi", "dinero", "texto", "nada"))
                .extracting(column -> shown.getString(0, column))
                .containsExactly("5.000", "1.234.567", "0,00", "-0,0004", "-1.234,50", "19.990", "");
    }

    @Test
    void says_that_it_is_closed_whatever_is_asked_of_it() {
        Pipeline tea = Definitions.of(new Tea()).validated("tea");
        Relation rows = Relation.rows("x", "1");
        sandbox.close();
        sandbox.close();

        assertThat(List.<ThrowingCallable>of(
                        () -> sandbox.run(tea),
                        () -> sandbox.published(tea, "productos"),
                        () -> sandbox.show("x", rows),
                        () -> sandbox.folder("x"),
                        () -> sandbox.pipeline("ventas")))
                .allSatisfy(asked -> assertThatThrownBy(asked)
                        .isInstanceOf(UserException.class)
                        .hasMessageContaining("this sandbox is closed"));
    }

    @Test
    void leaves_nothing_behind() {
        Path folder = sandbox.folder("informe");
        assertThat(sandbox.folder("informe")).isEqualTo(folder).isDirectory();
        sandbox.run(Definitions.of(new Tea()).validated("tea"));

        sandbox.close();

        assertThat(Files.exists(folder.getParent())).isFalse();
    }

    @Test
    void schedules_fire_on_a_virtual_clock_in_a_new_home_each_time() {
        Pipeline tea = Definitions.of(new Tea())
                .job(Job.named("todo").select("*"))
                .schedule(Schedule.named("cada_manana")
                        .cron("30 7 * * *", "America/Santiago")
                        .runs("todo"))
                .validated("tea");

        for (int i = 0; i < 2; i++) {
            assertThat(sandbox.watch(tea, "2026-09-05T23:55", "2026-09-06T12:00")
                            .lines())
                    .containsExactly(
                            "2026-09-06T07:30:00-03:00 cada_manana: run 1 begins, on time",
                            "run 1 ended: ok, 1 ok (assets and checks)");
        }
        assertThatThrownBy(() -> sandbox.watch(tea, "2026-09-05T23:55", "2026-09-05"))
                .hasMessageContaining("\"2026-09-05\" is not a moment");
    }

    private static Table numbers() {
        return Table.create(
                "numbers",
                DoubleColumn.create("pesos", -33959336.4716, 19.99, 12000),
                DoubleColumn.create("items", new Double[] {739.0, null, 1794.0}));
    }

    static class Broken {
        @Asset
        Relation productos() {
            return Relation.rows("producto", "'té'").where("product = 'té'");
        }
    }

    static class Tea {
        @Asset
        Relation productos() {
            return Relation.rows("producto", "'té'", "'pan'");
        }
    }
}
