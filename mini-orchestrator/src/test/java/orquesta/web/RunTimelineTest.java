package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.text.Language;
import orquesta.text.Message;

@Tag("once")
class RunTimelineTest {
    private static final RunId RUN = new RunId("tienda", 1);
    private static final Task VENTAS = Task.of(new AssetKey("ventas"));
    private static final Instant START = Instant.parse("2026-09-05T12:00:00Z");

    private final List<Event> events = new ArrayList<>();

    private void happens(@Nullable Task task, Fact fact) {
        long seq = events.size() + 1L;
        events.add(new Event(seq, START.plusSeconds(seq), RUN, task, 1, seq - 1, fact));
    }

    @Test
    void an_attempt_that_was_given_up_and_ended_after_all_is_told_in_the_time_line() {
        happens(null, new Fact.RunStarted("*", "", LocalDate.of(2026, 9, 5), Map.of(), "1-a"));
        happens(VENTAS, new Fact.StepChanged(State.RUNNING, Message.of("step.runs")));
        happens(VENTAS, new Fact.StepChanged(State.TIMED_OUT, Message.of("step.timed_out", "30s")));
        happens(VENTAS, new Fact.Abandoned());
        happens(VENTAS, new Fact.LateResult(Message.of("step.late_value")));

        assertThat(new RunTimeline(events, START.plusSeconds(9)).timeline(Set.of("ventas")))
                .extracting(moment -> moment.said().in(Language.EN))
                .containsExactly(
                        "ventas began",
                        "ventas: took longer than its limit of 30s",
                        "ventas: it was to stop and goes on all the same; it is ignored",
                        "ventas: attempt ended after it had been given up; the value that it returned is thrown away");
    }
}
