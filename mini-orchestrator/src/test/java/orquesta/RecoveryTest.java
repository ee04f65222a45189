package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.explain.Why;
import orquesta.store.History;
import orquesta.store.SqliteStore;
import orquesta.text.Language;
import orquesta.text.Message;

/** What a run that a dead process left behind says for ever after: the events of it are written by hand. */
class RecoveryTest {
    private static final RunId RUN = new RunId("ventas", 1);

    @TempDir
    Path home;

    private final List<Event.Draft> drafts = new ArrayList<>();

    private long add(String step, int attempt, long cause, Fact fact) {
        drafts.add(new Event.Draft(RUN, step.isEmpty() ? null : Task.of(StepKey.parse(step)), attempt, cause, fact));
        return -drafts.size();
    }

    private long state(String step, State state, int attempt, long cause, String key, Object... args) {
        return add(step, attempt, cause, new Fact.StepChanged(state, Message.of(key, args)));
    }

    private long started(String selection) {
        return add("", 0, 0, new Fact.RunStarted(selection, "", LocalDate.of(2026, 9, 5), Map.of(), "4711-x"));
    }

    /** The run as the next one who looks finds it. */
    private History found() {
        try (SqliteStore before = new SqliteStore(home.resolve("orquesta.db"), Clock.systemUTC())) {
            before.append(drafts);
        }
        Orchestrator.at(home).close();
        return new SqliteStore(home.resolve("orquesta.db"), Clock.systemUTC()).history();
    }

    /** {@code catalogo} is published with a warning, {@code ventas} runs, three steps have not begun, and a warning came last. */
    private History killedInTheMiddle() {
        long start = started("*reporte");
        long planned = state("catalogo", State.PLANNED, 0, start, "plan.selected", "*reporte");
        state("ventas", State.PLANNED, 0, start, "plan.selected", "*reporte");
        state("aparte", State.PLANNED, 0, start, "plan.selected", "*reporte");
        state("reporte", State.WAITING, 0, start, "step.waits", "ventas");
        state("ventas#positivas", State.WAITING, 0, start, "step.waits", "ventas");
        long written = state("catalogo", State.RUNNING, 1, planned, "step.runs");
        state("ventas", State.RUNNING, 1, written, "step.runs");
        long warned = state("catalogo#precios", State.WARNED, 1, written, "check.said", "an odd price");
        state("catalogo", State.WARNED, 1, warned, "step.warned", "precios");
        return found();
    }

    private static List<String> why(History history, String step, Language language) {
        return Why.of(history.events(RUN), StepKey.parse(step)).stream()
                .map(sentence -> sentence.in(language))
                .toList();
    }

    @Test
    void only_what_had_begun_has_crashed_and_the_rest_is_skipped() {
        History history = killedInTheMiddle();

        assertThat(history.steps(RUN))
                .extracting(step -> step.key().text() + " " + step.state().text())
                .containsExactly(
                        "aparte skipped",
                        "catalogo warned",
                        "catalogo#precios warned",
                        "reporte skipped",
                        "ventas crashed",
                        "ventas#positivas skipped");
        assertThat(history.run(1).orElseThrow().status()).isEqualTo(RunStatus.CRASHED);
        assertThat(RunStatus.CRASHED.exit()).isEqualTo(1);
    }

    @Test
    void why_tells_of_the_process_and_of_nothing_else_that_happened_in_the_run() {
        History history = killedInTheMiddle();

        assertThat(why(history, "reporte", Language.EN))
                .containsExactly(
                        "reporte is skipped: it had not begun when the process 4711-x that was doing run 1 was gone;"
                                + " go on from there: ./kit rerun 1 --from-failure",
                        "ventas is crashed: the process 4711-x that ran it is gone",
                        "Run 1 was started for *reporte, with the date 2026-09-05.");
        assertThat(why(history, "ventas", Language.EN)).hasSize(2).noneMatch(line -> line.contains("odd price"));
        assertThat(why(history, "aparte", Language.ES).get(0))
                .startsWith("aparte quedó en skipped: todavía no empezaba cuando")
                .endsWith("sigue desde ahí: ./kit rerun 1 --from-failure");
    }

    @Test
    void every_end_has_an_earlier_event_as_its_cause() {
        History history = killedInTheMiddle();

        assertThat(history.events(RUN))
                .filteredOn(event -> !(event.fact() instanceof Fact.RunStarted))
                .allSatisfy(event -> assertThat(event.cause()).isBetween(1L, event.seq() - 1));
    }

    @Test
    void where_nothing_ran_yet_the_run_itself_is_the_cause() {
        long start = started("*");
        state("a", State.PLANNED, 0, start, "plan.selected", "*");
        state("b", State.WAITING, 0, start, "step.waits", "a");
        History history = found();

        assertThat(history.steps(RUN))
                .allSatisfy(step -> assertThat(step.state()).isEqualTo(State.SKIPPED))
                .allSatisfy(step -> assertThat(step.cause()).isEqualTo(1));
        assertThat(history.run(1).orElseThrow().status()).isEqualTo(RunStatus.CRASHED);
    }
}
