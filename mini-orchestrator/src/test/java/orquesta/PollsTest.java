package orquesta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.alert.Alert;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.asset.StepKey;
import orquesta.daemon.VirtualDays;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.demo.CronDemo;
import orquesta.demo.CronHelp;
import orquesta.demo.LaneEvent;
import orquesta.demo.Publication;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.explain.Why;
import orquesta.process.FastClock;
import orquesta.schedule.Schedule;
import orquesta.selection.Selection;
import orquesta.testkit.TestHome;
import orquesta.text.Language;

/** The polls of the course: what its slides say happens, happens here, event by event. */
@Tag("once")
class PollsTest {
    @TempDir
    Path home;

    /** Poll 2: three steps, each with its cron line. The greatest risk: "that the steps run inconsistently". */
    @Test
    void three_steps_with_a_cron_line_each_run_inconsistently_and_the_same_three_as_a_dag_do_not() {
        CronDemo demo = CronDemo.play(1, CronHelp.NONE);
        List<LocalDate> days = demo.cron().published().stream()
                .map(Publication::report)
                .map(report -> report.day())
                .distinct()
                .toList();

        List<LocalDate> overtaken = days.stream()
                .filter(day -> beganBeforeTheOneAboveHadEnded(
                        demo.cron().of(day), demo.cron().steps()))
                .toList();
        assertThat(overtaken)
                .as("days on which a line began before the one above had ended")
                .isNotEmpty();
        assertThat(demo.falseReports(demo.cron())).isPositive();

        assertThat(days)
                .noneMatch(day -> beganBeforeTheOneAboveHadEnded(
                        demo.dag().of(day), demo.dag().steps()));
        assertThat(demo.falseReports(demo.dag())).isZero();
    }

    private static boolean beganBeforeTheOneAboveHadEnded(List<LaneEvent> events, List<String> steps) {
        for (int i = 1; i < steps.size(); i++) {
            boolean above = false;
            for (LaneEvent event : events) {
                if (event.step().equals(steps.get(i - 1))) {
                    above = event.state().isEnd() && event.state().isGood();
                } else if (event.step().equals(steps.get(i)) && event.state() == State.RUNNING && !above) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Poll 3: a DAG is "a graph that represents dependencies between the steps of a pipeline". */
    @Test
    void a_step_begins_after_all_that_it_depends_on_and_independent_ones_run_at_the_same_time() {
        CountDownLatch both = new CountDownLatch(2);
        Definitions definitions = Definitions.of(
                meets("productos", both),
                meets("ventas", both),
                AssetDefinition.named("ingresos_totales")
                        .reads("productos", String.class)
                        .reads("ventas", String.class)
                        .returns(String.class)
                        .computedBy(in -> "both"));
        try (TestHome test = TestHome.in(home)) {
            RunResult run = test.run(definitions, new RunRequest(Selection.all(), "", Clock.systemUTC(), 2));

            assertThat(run.run().status())
                    .as("each of the two met the other while it ran")
                    .isEqualTo(RunStatus.OK);
            List<Event> events = test.history().events(run.run().id());
            assertThat(seq(events, "ingresos_totales", State.RUNNING))
                    .isGreaterThan(seq(events, "productos", State.OK))
                    .isGreaterThan(seq(events, "ventas", State.OK));
        }
    }

    private static AssetDefinition meets(String name, CountDownLatch both) {
        return AssetDefinition.named(name).returns(String.class).computedBy(in -> {
            both.countDown();
            if (!both.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other never began");
            }
            return name;
        });
    }

    @Test
    void what_depends_on_itself_is_no_dag_and_its_circle_is_told() {
        Definitions circle = Definitions.of(
                AssetDefinition.named("a").reads("b").computedBy(in -> Relation.rows("x", "1")),
                AssetDefinition.named("b").reads("a").computedBy(in -> Relation.rows("x", "1")));

        assertThatThrownBy(circle::validated).hasMessageContaining("a → b → a");
    }

    /** Poll 4: what happens tomorrow at 07:30 if there is an error in ventas? "It reports the error, and blocks the flow to the next steps." */
    @Test
    void an_error_in_ventas_at_half_past_seven_is_reported_and_stops_what_comes_after_it() {
        FastClock clock = VirtualDays.clock("2026-09-04T20:00", 600);
        try (Orchestrator orchestrator = Orchestrator.at(home, clock)) {
            VirtualDays days = VirtualDays.watch(orchestrator, fiveElements(), clock, "2026-09-05T12:00");
            RunRecord run = orchestrator.history().run(1).orElseThrow();

            assertThat(days.lines().get(0)).isEqualTo("2026-09-05T07:30:00-04:00 cada_manana: run 1 begins, on time");
            assertThat(days.lines()).anyMatch(line -> line.startsWith("run 1 ended: failed"));
            assertThat(days.lines()).anyMatch(line -> line.startsWith("alert onFailure: "));
            assertThat(run.status()).isEqualTo(RunStatus.FAILED);
            assertThat(orchestrator.history().steps(run.id()))
                    .extracting(step -> step.key().text(), StepRecord::state)
                    .containsExactlyInAnyOrder(
                            tuple("productos", State.OK),
                            tuple("ventas", State.FAILED),
                            tuple("ingresos_totales", State.UPSTREAM_FAILED),
                            tuple("ingresos_totales#check_ingresos", State.UPSTREAM_FAILED),
                            tuple("publicar_reporte", State.UPSTREAM_FAILED));
            assertThat(began(orchestrator, run.id())).containsExactlyInAnyOrder("productos", "ventas");
            assertThat(Why.of(orchestrator.history().story(run.id()), StepKey.parse("publicar_reporte")).stream()
                            .map(sentence -> sentence.in(Language.EN))
                            .toList())
                    .anyMatch(sentence -> sentence.contains("ventas") && sentence.contains("no file today"))
                    .anyMatch(sentence -> sentence.contains("cada_manana"));
        }
    }

    private static Pipeline fiveElements() {
        AssetDefinition productos =
                AssetDefinition.named("productos").computedBy(in -> Relation.rows("producto, impuesto", "'té', 0.19"));
        AssetDefinition ventas = AssetDefinition.named("ventas").computedBy(in -> {
            throw new IllegalStateException("no file today");
        });
        AssetDefinition ingresos = AssetDefinition.named("ingresos_totales")
                .reads("productos", "ventas")
                .computedBy(in -> in.relation("ventas"));
        CheckDefinition check =
                CheckDefinition.named("check_ingresos", "ingresos_totales").computedBy(in -> CheckResult.passed());
        AssetDefinition reporte = AssetDefinition.named("publicar_reporte")
                .reads("ingresos_totales")
                .computedBy(in -> in.relation("ingresos_totales"));
        return Definitions.of(productos, ventas, ingresos, check, reporte)
                .job(Job.named("reporte_diario").select("*publicar_reporte"))
                .schedule(Schedule.named("cada_manana")
                        .cron("30 7 * * *", "America/Santiago")
                        .runs("reporte_diario"))
                .alert(Alert.onFailure().http("ORQUESTA_TEST_NO_SUCH_VARIABLE"))
                .validated("tienda");
    }

    private static List<String> began(Orchestrator orchestrator, RunId run) {
        List<String> began = new ArrayList<>();
        for (Event event : orchestrator.history().events(run)) {
            if (event.fact() instanceof Fact.StepChanged changed
                    && changed.state() == State.RUNNING
                    && event.step() != null) {
                began.add(event.step().text());
            }
        }
        return began;
    }

    private static long seq(List<Event> events, String step, State state) {
        return events.stream()
                .filter(event -> event.step() != null && event.step().text().equals(step))
                .filter(event -> event.fact() instanceof Fact.StepChanged changed && changed.state() == state)
                .mapToLong(Event::seq)
                .findFirst()
                .orElseThrow();
    }
}
