package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.asset.AssetKey;
import orquesta.cli.Console;
import orquesta.cli.Main;
import orquesta.definition.Definitions;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.StepRecord;
import orquesta.load.Fuentes;
import orquesta.reports.Reports;
import orquesta.run.Ended;
import orquesta.run.Runs;
import orquesta.store.History;
import orquesta.store.LogQueries;
import orquesta.testkit.TestHome;
import orquesta.text.Language;
import pruebas.Hijo;

/** What only a process of its own can show: two at once, one that is killed, one that ends itself. */
class ProcessesTest {
    @TempDir
    Path home;

    private static List<String> states(History history, RunRecord run) {
        return history.steps(run.id()).stream()
                .map(step -> step.key().text() + " " + step.state().text())
                .toList();
    }

    private static RunRecord last(History history) {
        return history.runs(1).get(0);
    }

    /** How the asset that both runs compute went in one of them. */
    private static StepRecord attempt(History history, RunRecord run) {
        return history.steps(run.id()).stream()
                .filter(step -> step.key().text().equals("medio"))
                .findFirst()
                .orElseThrow();
    }

    private static String reason(History history, String step) {
        return history.steps(last(history).id()).stream()
                .filter(known -> known.key().text().equals(step))
                .map(StepRecord::reason)
                .findFirst()
                .orElseThrow()
                .in(Language.EN);
    }

    /** The same assets run in this process beside the first, which goes on once this run waits for it; gives what it waits for. */
    private List<String> runBeside(Child first) throws Exception {
        List<String> waits = new ArrayList<>();
        Ended run = Runs.of(Runs.asset("temprano"), Runs.asset("medio", "temprano"), Runs.asset("tarde", "medio"))
                .workers(1)
                .listener(event -> {
                    if (event.fact() instanceof Fact.StepChanged changed
                            && changed.reason().key().startsWith("step.held")) {
                        waits.add(event.task().text() + " " + changed.state().text() + ": "
                                + changed.reason().in(Language.EN));
                        letGo(first);
                    }
                })
                .in(home);
        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(first.exit()).isZero();
        return waits;
    }

    private static void letGo(Child child) {
        try {
            child.go();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void of_two_runs_that_compute_one_asset_the_second_waits_and_names_the_first() throws Exception {
        try (Child first = Child.start(home, "wait")) {
            first.until("ready");
            assertThat(runBeside(first)).startsWith("medio waiting: waits for run 1, which computes medio now");
        }
        try (Orchestrator after = Orchestrator.at(home)) {
            List<RunRecord> runs = after.history().runs(10);
            assertThat(runs).extracting(RunRecord::status).containsExactly(RunStatus.OK, RunStatus.OK);
            assertThat(attempt(after.history(), runs.get(0)).times().started())
                    .isAfterOrEqualTo(
                            attempt(after.history(), runs.get(1)).times().ended());
        }
    }

    @Test
    void a_second_look_at_the_home_in_the_process_of_the_first_gives_nothing_away() throws Exception {
        try (Child first = Child.start(home, "open again and wait")) {
            first.until("ready");
            assertThat(runBeside(first)).first().asString().startsWith("medio waiting: ");
        }
    }

    @Tag("once")
    @Test
    void a_run_that_goes_on_is_not_declared_crashed_by_who_looks_at_the_home() throws Exception {
        try (Child first = Child.start(home, "wait")) {
            first.until("ready");
            try (Orchestrator looks = Orchestrator.at(home)) {
                assertThat(last(looks.history()).status()).isEqualTo(RunStatus.RUNNING);
            }
            first.go();
            assertThat(first.exit()).isZero();
        }
    }

    @Test
    @Timeout(300)
    void a_run_that_was_killed_is_crashed_at_the_next_start_and_what_it_published_stays() throws Exception {
        try (Child child = Child.start(home, "wait")) {
            child.until("ready");
            try (Orchestrator looks = Orchestrator.at(home)) {
                while (printed(looks.history()).isEmpty()) {
                    Thread.sleep(20); // what a step printed is seen while it runs
                }
            }
            child.kill();
        }

        try (TestHome next = TestHome.in(home)) {
            RunRecord run = last(next.history());
            assertThat(run.status()).isEqualTo(RunStatus.CRASHED);
            assertThat(printed(next.history())).isEqualTo("medio begins\n");
            assertThat(run.status().exit()).isEqualTo(1);
            assertThat(run.reason().in(Language.EN))
                    .startsWith("the process ")
                    .contains(run.request().owner());
            assertThat(states(next.history(), run)).containsExactly("medio crashed", "tarde skipped", "temprano ok");
            assertThat(reason(next.history(), "medio")).contains(run.request().owner());
            assertThat(reason(next.history(), "tarde")).startsWith("it had not begun when the process");
            assertThat(next.lines("temprano")).containsExactly("temprano");

            var again = Runs.of(Runs.asset("medio", "temprano"), Runs.asset("temprano"))
                    .select("medio")
                    .in(next);
            assertThat(again.status()).isEqualTo(RunStatus.OK);
            assertThat(again.result().run().id().number()).isEqualTo(2);
        }
    }

    private static String printed(History history) {
        return new LogQueries(history)
                .of(last(history).id(), new AssetKey("medio")).stream()
                        .map(LogQueries.Chunk::text)
                        .collect(Collectors.joining());
    }

    @Tag("once")
    @Test
    @Timeout(300)
    void who_follows_the_output_of_a_run_sees_it_while_the_step_runs(@TempDir Path aside) throws Exception {
        Path out = aside.resolve("followed");
        try (Child child = Child.start(home, "wait")) {
            child.until("ready");
            Process follows = Child.program(Main.class, out, "logs", 1, "medio", "--follow", "--home", home);
            while (!Files.readString(out).contains("medio begins")) {
                assertThat(follows.isAlive()).as(Files.readString(out)).isTrue();
                Thread.sleep(20);
            }
            assertThat(follows.isAlive()).isTrue();
            child.go();
            assertThat(child.exit()).isZero();
            assertThat(follows.waitFor()).isZero();
        }
        assertThat(Files.readString(out)).isEqualTo("medio begins\n");
    }

    @Test
    @Timeout(300)
    void a_run_that_is_cancelled_from_another_process_ends_with_1_and_prints_no_colour(@TempDir Path aside)
            throws Exception {
        Path begun = aside.resolve("begun");
        Fuentes.write(
                aside.resolve("lenta"),
                Fuentes.definitions(
                        "Lenta",
                        "return Definitions.of(AssetDefinition.named(\"lenta\").computedBy(in -> {"
                                + " java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + begun + "\"), \"\");"
                                + " Thread.sleep(100_000); return Relation.rows(\"n\", \"1\"); }));"));
        Path out = aside.resolve("out");
        Process run = Child.program(Main.class, out, "run", aside.resolve("lenta"), "--home", home);
        while (!Files.exists(begun)) {
            assertThat(run.isAlive()).as(Files.readString(out)).isTrue();
            Thread.sleep(20);
        }

        Console cancel = Console.kit("cancel", 1, "--home", home);
        assertThat(cancel.exit()).isZero();

        assertThat(run.waitFor()).isEqualTo(1);
        assertThat(cancel.out() + cancel.err()).contains("1", "cancelled");
        assertThat(out).content().contains("cancelled by ./kit cancel 1").doesNotContain("\u001b");
        try (Orchestrator looks = Orchestrator.at(home)) {
            assertThat(last(looks.history()).status()).isEqualTo(RunStatus.CANCELLED);
        }
    }

    @Tag("once")
    @Test
    void files_that_were_published_and_not_yet_moved_are_moved_at_the_next_start() throws Exception {
        Path reports = home.resolve("reports");
        try (TestHome before = TestHome.in(home)) {
            before.run(Definitions.of(Hijo.informe("viejo")).resource("reports", Reports.in("reports")));
        }
        try (Child child = Child.start(home, "halt after publishing")) {
            assertThat(child.exit()).isEqualTo(137);
        }
        assertThat(reports.resolve("a.csv")).hasContent("v\nviejo");

        try (TestHome next = TestHome.in(home)) {
            assertThat(reports.resolve("a.csv")).hasContent("v\nnuevo");
            assertThat(reports.resolve("b.csv")).hasContent("v\nnuevo");
            assertThat(next.orchestrator().leftovers()).isEmpty();
            assertThat(next.history().undelivered()).isEmpty();
            assertThat(states(next.history(), last(next.history()))).containsExactly("informe crashed");
        }
        try (Stream<Path> left = Files.list(reports)) {
            assertThat(left).hasSize(2);
        }
    }

    @Tag("once")
    @Test
    void another_home_that_reports_to_the_same_folder_leaves_them_alone(@TempDir Path other) throws Exception {
        try (Child child = Child.start(home, "halt after publishing")) {
            assertThat(child.exit()).isEqualTo(137);
        }
        String folder = home.resolve("reports").toString();
        try (TestHome another = TestHome.in(other)) {
            another.run(Definitions.of(Hijo.informe("otro")).resource("reports", Reports.in(folder)));
        }

        TestHome.in(home).close();

        assertThat(home.resolve("reports/a.csv")).hasContent("v\nnuevo");
    }

    @ParameterizedTest
    @CsvSource({"direct, Hijo.java", "reflection, Salidas.java", "thread, Salidas.java"})
    void a_step_that_ends_the_process_has_failed_with_the_place_and_so_has_the_run(String what, String place)
            throws Exception {
        try (Child child = Child.start(home, what)) {
            assertThat(child.exit()).isEqualTo(1);
            assertThat(child.said()).last().asString().startsWith("called System.exit at " + place + ":");
        }

        try (Orchestrator next = Orchestrator.at(home)) {
            RunRecord run = last(next.history());
            assertThat(run.status()).isEqualTo(RunStatus.FAILED);
            assertThat(states(next.history(), run))
                    .containsExactly("medio failed", "tarde upstream_failed", "temprano ok");
            assertThat(new LogQueries(next.history()).of(run.id(), new AssetKey("medio")))
                    .extracting(LogQueries.Chunk::text)
                    .containsExactly("medio begins\n");
            assertThat(reason(next.history(), "medio"))
                    .matches("called System\\.exit at " + place + ":\\d+, which ends the whole process; "
                            + "throw an exception instead, or call run\\.skip\\(\"reason\"\\)");
        }
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"library, Salidas.java", "runtime exit, Salidas.java"})
    void so_it_has_in_every_other_way_to_end_the_process(String what, String place) throws Exception {
        a_step_that_ends_the_process_has_failed_with_the_place_and_so_has_the_run(what, place);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrl_c_cancels_the_run_with_exit_130() throws Exception {
        try (Child child = Child.start(home, "wait")) {
            child.until("ready");
            child.interrupt();
            assertThat(child.exit()).isEqualTo(130);
        }

        try (Orchestrator next = Orchestrator.at(home)) {
            RunRecord run = last(next.history());
            assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(run.status().exit()).isEqualTo(130);
            assertThat(states(next.history(), run))
                    .containsExactly("medio cancelled", "tarde cancelled", "temprano ok");
            assertThat(reason(next.history(), "tarde"))
                    .isEqualTo("the process was stopped from outside before the run ended");
        }
    }
}
