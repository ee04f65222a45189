package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Reads;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.definition.Definitions;
import orquesta.event.State;
import orquesta.partition.Partition;
import orquesta.partition.PartitionChoice;
import orquesta.partition.Partitions;
import orquesta.reports.Reports;
import orquesta.selection.Selection;
import orquesta.testkit.TestHome;
import orquesta.text.UserException;

/** Runs and backfills of assets with partitions, over a shop that sold as many pesos as the day of the month says. */
@Tag("once")
class PartitionRunTest {
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
    private static final Clock FIFTH = Clock.fixed(Instant.parse("2026-11-05T15:00:00Z"), SANTIAGO);

    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    /** Three assets by day, one by month, one without partitions. */
    static final class Tienda {
        private final Set<String> broken = Collections.synchronizedSet(new TreeSet<>());
        private final List<String> computed = Collections.synchronizedList(new ArrayList<>());

        @Asset(partitions = "dia")
        Relation ventas(Partition dia) {
            computed.add("ventas@" + dia.key());
            if (broken.contains(dia.key())) {
                throw new IllegalStateException("no hay archivo de " + dia.key());
            }
            int monto = dia.from().getDayOfMonth();
            return Relation.rows("dia date, monto int", "'" + dia.from() + "', " + monto);
        }

        @Check
        CheckResult hayFilas(Relation ventas) {
            return CheckResult.noRows("nothing sold", ventas.where("monto < 0"));
        }

        @Asset(partitions = "dia")
        Relation cambio(Relation ventas, @Reads(value = "ventas", partitions = "previous") Optional<Relation> ayer) {
            computed.add("cambio");
            Relation antes = ayer.orElse(Relation.rows("dia date, monto int"));
            return Relation.with("hoy", ventas)
                    .with("antes", antes)
                    .sql("select (select sum(monto) from hoy) - (select sum(monto) from antes) as cambio");
        }

        @Asset(partitions = "dia")
        Relation semana(@Reads(value = "ventas", partitions = "last 3") Relation ultimas) {
            return ultimas.select("sum(monto)::int as total");
        }

        @Asset
        Relation total(Relation ventas) {
            computed.add("total");
            return ventas.select("sum(monto)::int as total, count(*)::int as dias");
        }
    }

    private final Tienda tienda = new Tienda();

    private Definitions definitions() {
        return Definitions.of(tienda).partitions("dia", Partitions.daily("2026-11-01", "America/Santiago"));
    }

    private RunResult run(String selection, PartitionChoice choice) {
        RunRequest request = new RunRequest(Selection.parse(selection), "", FIFTH, 2).in(choice);
        return home.run(definitions(), request);
    }

    private RunResult day(String selection, String key) {
        return run(selection, PartitionChoice.of(key, FIFTH.instant()));
    }

    private RunResult backfill(String selection, String from, String to) {
        return run(selection, PartitionChoice.backfill(from, to, FIFTH.instant()));
    }

    private List<String> lines(String task) {
        Task wanted = Task.parse(task);
        var pin = home.history().published(TestHome.PIPELINE, wanted).orElseThrow();
        Relation rows = (Relation) home.orchestrator().value(pin, Relation.class);
        return orquesta.testkit.TestKit.lines(rows);
    }

    private static List<String> tasks(RunResult run) {
        return run.steps().stream().map(step -> step.task().text()).sorted().toList();
    }

    @Test
    void one_partition_is_computed_audited_and_published_by_itself() {
        RunResult run = day("ventas", "2026-11-03");

        assertThat(tasks(run)).containsExactly("ventas#hay_filas@2026-11-03", "ventas@2026-11-03");
        assertThat(run.step("ventas@2026-11-03").state()).isEqualTo(State.OK);
        assertThat(lines("ventas@2026-11-03")).containsExactly("2026-11-03,3");
        assertThat(home.history().published(TestHome.PIPELINE, Task.parse("ventas@2026-11-02")))
                .isEmpty();
        assertThat(run.run().request().partitions()).isEqualTo("2026-11-03");
    }

    private List<String> reasons(String selection, String from, String to) {
        RunRequest request = new RunRequest(Selection.parse(selection), "", FIFTH, 2)
                .in(PartitionChoice.backfill(from, to, FIFTH.instant()));
        return home.orchestrator().plan(definitions().validated(TestHome.PIPELINE), request).tasks().stream()
                .filter(planned -> !planned.task().isCheck())
                .map(planned -> planned.task().text() + " " + planned.why().key())
                .toList();
    }

    @Test
    void each_task_of_a_backfill_says_why_it_is_needed_and_failed_goes_before_missing_and_older() {
        tienda.broken.add("2026-11-02");
        assertThat(backfill("ventas", "2026-11-01", "2026-11-03").exit()).isEqualTo(1);

        assertThat(reasons("ventas", "2026-11-01", "2026-11-04"))
                .containsExactly("ventas@2026-11-02 plan.failed", "ventas@2026-11-04 plan.missing");

        tienda.broken.clear();
        backfill("ventas or cambio", "2026-11-01", "2026-11-03");
        day("ventas", "2026-11-01");
        assertThat(reasons("cambio", "2026-11-01", "2026-11-03"))
                .containsExactly("cambio@2026-11-01 plan.older", "cambio@2026-11-02 plan.older");
        assertThat(reasons("ventas or cambio", "2026-11-01", "2026-11-04"))
                .contains("ventas@2026-11-04 plan.missing", "cambio@2026-11-01 plan.older");
    }

    @Test
    void what_failed_though_an_older_value_is_there_is_computed_again_until_it_is_well() {
        backfill("ventas", "2026-11-01", "2026-11-03");
        tienda.broken.add("2026-11-02");
        assertThat(day("ventas", "2026-11-02").exit()).isEqualTo(1);
        assertThat(lines("ventas@2026-11-02")).containsExactly("2026-11-02,2");

        assertThat(reasons("ventas", "2026-11-01", "2026-11-03")).containsExactly("ventas@2026-11-02 plan.failed");
        tienda.broken.clear();
        RunResult again = backfill("ventas", "2026-11-01", "2026-11-03");

        assertThat(again.step("ventas@2026-11-02").state()).isEqualTo(State.OK);
        assertThat(tasks(again)).containsExactly("ventas#hay_filas@2026-11-02", "ventas@2026-11-02");
        assertThat(reasons("ventas", "2026-11-01", "2026-11-03")).isEmpty();
    }

    @Test
    void a_backfill_is_one_run_in_which_one_bad_day_stops_no_other() {
        tienda.broken.add("2026-11-02");

        RunResult run = backfill("ventas", "2026-11-01", "2026-11-04");

        assertThat(run.step("ventas@2026-11-02").state()).isEqualTo(State.FAILED);
        assertThat(run.step("ventas@2026-11-02").reason().toString()).contains("no hay archivo de 2026-11-02");
        assertThat(run.step("ventas@2026-11-04").state()).isEqualTo(State.OK);
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void called_again_it_computes_what_is_missing_and_nothing_else() {
        tienda.broken.add("2026-11-02");
        backfill("ventas", "2026-11-01", "2026-11-04");
        tienda.broken.clear();
        tienda.computed.clear();

        backfill("ventas", "2026-11-01", "2026-11-04");

        assertThat(tienda.computed).containsExactly("ventas@2026-11-02");
    }

    @Test
    void when_all_is_there_nothing_is_planned() {
        backfill("*total", "2026-11-01", "2026-11-04");

        assertThat(home.orchestrator()
                        .plan(
                                home.pipeline(definitions()),
                                new RunRequest(Selection.parse("*total"), "", FIFTH, 1)
                                        .in(PartitionChoice.backfill("2026-11-01", "2026-11-04", FIFTH.instant())))
                        .tasks())
                .isEmpty();
    }

    @Test
    void late_data_of_one_day_marks_exactly_what_reads_that_day() {
        backfill("*cambio", "2026-11-01", "2026-11-04");
        day("ventas", "2026-11-02"); // its data came late: it was computed again

        RunResult again = backfill("*cambio", "2026-11-01", "2026-11-04");

        assertThat(tasks(again)).containsExactly("cambio@2026-11-02", "cambio@2026-11-03");
    }

    @Test
    void a_step_reads_the_day_before_and_the_first_day_has_none() {
        backfill("*cambio", "2026-11-01", "2026-11-03");

        assertThat(lines("cambio@2026-11-01")).containsExactly("null");
        assertThat(lines("cambio@2026-11-03")).containsExactly("1");
    }

    @Test
    void a_window_holds_the_last_days_and_fewer_at_the_beginning() {
        backfill("*semana", "2026-11-01", "2026-11-04");

        assertThat(lines("semana@2026-11-01")).containsExactly("1");
        assertThat(lines("semana@2026-11-04")).containsExactly("9");
    }

    @Test
    void an_asset_without_partitions_reads_all_that_are_over_as_one_table() {
        backfill("*total", "2026-11-01", "2026-11-04");

        assertThat(lines("total")).containsExactly("10,4");
    }

    @Test
    void what_reads_all_waits_for_all_and_fails_with_the_day_that_is_missing() {
        tienda.broken.add("2026-11-03");

        RunResult run = backfill("*total", "2026-11-01", "2026-11-04");

        assertThat(run.step("total").state()).isEqualTo(State.UPSTREAM_FAILED);
        assertThat(run.step("total").reason().toString()).contains("ventas@2026-11-03");
        assertThat(tienda.computed).doesNotContain("total");
    }

    @Test
    void a_partition_that_is_published_nowhere_is_a_plan_error_with_the_command() {
        day("ventas", "2026-11-04");

        assertThatThrownBy(() -> day("total", ""))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("it reads 3 partitions of \"ventas\"")
                .hasMessageContaining("backfill PIPELINE --select \"*ventas\" --from 2026-11-01 --to 2026-11-03");
    }

    @Test
    void without_a_partition_nothing_runs_and_the_newest_is_offered() {
        assertThatThrownBy(() -> day("ventas", "")).hasMessageContaining("say which: --partition 2026-11-04");
        assertThatThrownBy(() -> home.run(
                        Definitions.of(new Sola()),
                        new RunRequest(Selection.all(), "", FIFTH, 1)
                                .in(PartitionChoice.of("2026-11-04", FIFTH.instant()))))
                .hasMessageContaining("no asset of this run has partitions");
    }

    static final class Sola {
        @Asset
        Relation a() {
            return Relation.rows("x", "1");
        }
    }

    @Test
    void done_again_from_its_failure_it_reuses_the_days_that_went_well() {
        tienda.broken.add("2026-11-02");
        RunResult first = backfill("*cambio", "2026-11-01", "2026-11-03");
        tienda.broken.clear();
        tienda.computed.clear();

        var pipeline = home.pipeline(definitions());
        RunResult again = home.orchestrator()
                .run(
                        pipeline,
                        home.orchestrator().again(pipeline, first.run().id().number(), true, FIFTH));

        assertThat(tienda.computed)
                .filteredOn(step -> step.startsWith("ventas"))
                .containsExactly("ventas@2026-11-02");
        assertThat(again.step("ventas@2026-11-01").state()).isEqualTo(State.REUSED);
        assertThat(again.step("cambio@2026-11-03").state()).isEqualTo(State.OK);
    }

    static final class Cambiante {
        @Asset(partitions = "dia")
        Relation ventas(Partition dia) {
            return dia.from().getDayOfMonth() == 1 ? Relation.rows("a int", "1") : Relation.rows("b int", "2");
        }

        @Asset
        Relation total(Relation ventas) {
            return ventas;
        }
    }

    @Test
    void partitions_with_other_columns_are_never_mixed() {
        RunResult run = home.run(
                Definitions.of(new Cambiante()).partitions("dia", Partitions.daily("2026-11-01", "America/Santiago")),
                new RunRequest(Selection.all(), "", FIFTH, 1)
                        .in(PartitionChoice.backfill("2026-11-01", "2026-11-04", FIFTH.instant())));

        assertThat(run.step("total").state()).isEqualTo(State.FAILED);
        assertThat(run.step("total").reason().toString())
                .startsWith(
                        "the partitions do not have the same columns: ventas@2026-11-02 has b INTEGER, ventas@2026-11-01 has a INTEGER.")
                .endsWith("./kit run PIPELINE --select ventas --partition 2026-11-01..2026-11-02");
    }

    static final class Informes {
        @Asset(partitions = "dia")
        Path informe(Partition dia, Reports informes) {
            return informes.newFolder()
                    .csv("informe.csv", Relation.rows("dia", "'" + dia.key() + "'"))
                    .path();
        }
    }

    @Test
    void two_days_that_write_one_file_are_told_and_the_first_is_not_lost() {
        RunResult run = home.run(
                Definitions.of(new Informes())
                        .partitions("dia", Partitions.daily("2026-11-01", "America/Santiago"))
                        .resource("informes", Reports.in("informes")),
                new RunRequest(Selection.all(), "", FIFTH, 1)
                        .in(PartitionChoice.backfill("2026-11-01", "2026-11-02", FIFTH.instant())));

        assertThat(run.step("informe@2026-11-01").state()).isEqualTo(State.OK);
        assertThat(run.step("informe@2026-11-02").state()).isEqualTo(State.FAILED);
        assertThat(run.step("informe@2026-11-02").reason().toString())
                .contains("\"informe.csv\"", "informe@2026-11-01", "informe@2026-11-02");
    }

    static final class Mal {
        @Asset(partitions = "dias")
        String a(Partition dia) {
            return dia.key();
        }

        @Asset(partitions = "dia")
        String nota(Partition dia) {
            return dia.key();
        }

        @Asset
        Relation b(Partition cual) {
            return Relation.rows("x", "1");
        }

        @Asset
        Relation c(String nota) {
            return Relation.rows("x", "1");
        }

        @Asset(partitions = "dia")
        Relation d(@Reads(value = "nota", partitions = "ayer") String antes) {
            return Relation.rows("x", "1");
        }

        @Asset(partitions = "dia")
        Relation e(@Reads(value = "nota", partitions = "previous") String antes) {
            return Relation.rows("x", "1");
        }
    }

    @Test
    void wrong_declarations_are_all_told_with_their_remedy() {
        assertThatThrownBy(() -> Definitions.of(new Mal())
                        .partitions("dia", Partitions.daily("2026-11-01", "America/Santiago"))
                        .validated())
                .hasMessageContaining("Mal.a: there are no partitions \"dias\"; did you mean")
                .hasMessageContaining("Mal.b: the parameter \"cual\" wants the partition")
                .hasMessageContaining("Mal.c: it reads several partitions of \"nota\" at once")
                .hasMessageContaining("Mal.d: \"ayer\" says no partitions; write same, previous")
                .hasMessageContaining("Mal.e: the first partition has none before it");
    }
}
