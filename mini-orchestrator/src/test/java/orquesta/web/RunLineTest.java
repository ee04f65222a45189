package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.text.Message;

@Tag("once")
class RunLineTest {
    private static final Message COUNTS =
            Message.of("run.counts", "1 blocked, 1 failed, 1008 ok, 1 upstream_failed, 4 warned");

    private static RunRecord run(RunStatus status, Message reason) {
        Instant start = Instant.parse("2026-09-05T12:00:00Z");
        var request = new RunRecord.Request("*", "", LocalDate.parse("2026-09-05"), start, "1-a", "", null);
        return new RunRecord(new RunId("tienda", 1), status, request, start, reason);
    }

    private static StepRecord step(String name, State state, long startedAt) {
        Instant started = Instant.ofEpochMilli(startedAt);
        return new StepRecord(
                Task.of(new AssetKey(name)),
                state,
                1,
                Message.valueOf(""),
                0,
                -1,
                new StepRecord.Times(started, started));
    }

    @Test
    void what_is_not_well_is_counted_first_and_what_is_well_last() {
        assertThat(RunLine.of(run(RunStatus.FAILED, COUNTS), id -> List.of()).counts())
                .extracting(count -> count.steps() + " " + count.state().text())
                .containsExactly("1 failed", "1 blocked", "1 upstream_failed", "4 warned", "1008 ok");
    }

    @Test
    void a_run_that_did_not_come_to_its_end_has_a_sentence_and_no_counts() {
        Message gone = Message.of("run.crashed", "1-a");

        assertThat(RunLine.of(run(RunStatus.CRASHED, gone), id -> List.of()).counts())
                .isEmpty();
    }

    @Test
    void the_step_that_began_first_of_those_that_failed_is_named() {
        List<StepRecord> steps =
                List.of(step("a", State.FAILED, 30), step("b", State.CRASHED, 20), step("c", State.WARNED, 10));

        assertThat(RunLine.of(run(RunStatus.FAILED, COUNTS), id -> steps).failed())
                .isEqualTo(steps.get(1));
    }

    @Test
    void the_steps_of_a_run_that_went_well_are_not_even_read() {
        RunLine line = RunLine.of(run(RunStatus.WARNED, COUNTS), id -> {
            throw new AssertionError("read");
        });

        assertThat(line.failed()).isNull();
    }
}
