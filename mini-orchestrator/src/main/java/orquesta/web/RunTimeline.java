package orquesta.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.State;
import orquesta.explain.Why;
import orquesta.text.Message;

/** What the events of one run tell: a time line in sentences, and for each step when it ran and what it left. */
final class RunTimeline {
    /** The shortest bar that is still seen, in thousandths. */
    private static final int SEEN = 5;

    private final Map<String, List<Event>> byStep = new HashMap<>();
    private final List<RunPage.Moment> timeline = new ArrayList<>();
    private final Instant start;
    private final Instant end;

    /**
     * @param events all of the run, in order; at least its start
     * @param until when it ended, or now while it goes on
     */
    RunTimeline(List<Event> events, Instant until) {
        this.start = events.get(0).at();
        Instant last = events.get(events.size() - 1).at();
        this.end = until.isAfter(last) ? until : last;
        for (Event event : events) {
            String step = event.task() == null ? "" : event.task().text();
            byStep.computeIfAbsent(step, key -> new ArrayList<>()).add(event);
            Message said = said(event, step);
            if (said != null) {
                timeline.add(new RunPage.Moment(event.at(), step, state(event.fact()), said));
            }
        }
    }

    /** The faults that were put into the definitions; empty without any. */
    String chaos() {
        return byStep.getOrDefault("", List.of()).stream()
                .filter(event -> event.fact() instanceof Fact.RunStarted)
                .map(event -> ((Fact.RunStarted) event.fact()).origin().chaos())
                .findFirst()
                .orElse("");
    }

    /** What happened to these steps, and to the run itself if the empty name is among them. */
    List<RunPage.Moment> timeline(Set<String> steps) {
        return timeline.stream().filter(moment -> steps.contains(moment.step())).toList();
    }

    private static String state(Fact fact) {
        if (fact instanceof Fact.StepChanged changed) {
            return changed.state().text();
        }
        return fact instanceof Fact.RunEnded ended ? ended.status().text() : "";
    }

    /** Null for what goes without saying: first states, and a check's verdict, which its state repeats. */
    private static @Nullable Message said(Event event, String step) {
        Fact fact = event.fact();
        if (fact instanceof Fact.RunStarted started) {
            String chaos = started.origin().chaos();
            Message said = chaos.isEmpty()
                    ? Message.of("web.t_started", Why.asked(started.selection()), started.date())
                    : Message.of("web.t_started_chaos", Why.asked(started.selection()), started.date(), chaos);
            return Why.inProfile(said, started);
        } else if (fact instanceof Fact.StepChanged changed) {
            return said(changed, step);
        } else if (fact instanceof Fact.Abandoned) {
            return Message.of("web.t_given_up", step);
        } else if (fact instanceof Fact.LateResult late) {
            return Message.of("web.t_state", step, late.what());
        } else if (fact instanceof Fact.Materialized materialized) {
            long rows = materialized.value().contents().rows();
            return rows < 0 ? Message.of("web.t_wrote", step) : Message.of("web.t_wrote_rows", step, rows);
        } else if (fact instanceof Fact.RunEnded ended) {
            return Message.of("web.t_ended", ended.reason());
        }
        return null;
    }

    private static @Nullable Message said(Fact.StepChanged changed, String step) {
        if (changed.state() == State.RUNNING) {
            return Message.of("web.t_runs", step);
        }
        return changed.state().isEnd() ? Message.of("web.t_state", step, changed.reason()) : null;
    }

    /** From each start of the step to its next change of state, or to the end. */
    List<RunPage.Bar> bars(String step) {
        List<RunPage.Bar> bars = new ArrayList<>();
        Instant began = null;
        for (Event event : byStep.getOrDefault(step, List.of())) {
            if (event.fact() instanceof Fact.StepChanged changed) {
                if (began != null) {
                    bars.add(bar(began, event.at()));
                }
                began = changed.state() == State.RUNNING ? event.at() : null;
            }
        }
        if (began != null) {
            bars.add(bar(began, end));
        }
        return bars;
    }

    private RunPage.Bar bar(Instant from, Instant to) {
        long whole = Math.max(1, end.toEpochMilli() - start.toEpochMilli());
        int left = (int) ((from.toEpochMilli() - start.toEpochMilli()) * RunPage.WHOLE / whole);
        int right = (int) ((to.toEpochMilli() - start.toEpochMilli()) * RunPage.WHOLE / whole);
        left = Math.min(left, RunPage.WHOLE - SEEN);
        return new RunPage.Bar(left, Math.max(SEEN, right - left));
    }

    @Nullable
    Materialization value(String step) {
        Materialization value = null;
        for (Event event : byStep.getOrDefault(step, List.of())) {
            value = event.fact() instanceof Fact.Materialized written ? written.value() : value;
        }
        return value;
    }

    Fact.@Nullable CheckEvaluated verdict(String step) {
        Fact.CheckEvaluated verdict = null;
        for (Event event : byStep.getOrDefault(step, List.of())) {
            verdict = event.fact() instanceof Fact.CheckEvaluated judged ? judged : verdict;
        }
        return verdict;
    }
}
