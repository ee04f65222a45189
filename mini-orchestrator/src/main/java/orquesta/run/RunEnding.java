package orquesta.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.text.Message;

/** What the last states of its tasks amount to for the run as a whole. */
final class RunEnding {
    private final TaskStates states;
    private final RunState run;

    RunEnding(TaskStates states, RunState run) {
        this.states = states;
        this.run = run;
    }

    /** @param interrupted why tasks were cancelled that nobody had asked to cancel */
    Fact.RunEnded ended(Message interrupted, Instant now) {
        Optional<Event> cancel = run.cancel();
        Message why = counts();
        if (has(State.CANCELLED) && cancel.isPresent()) {
            why = Message.of(
                    "run.cancelled", ((Fact.CancelRequested) cancel.get().fact()).by());
        } else if (has(State.CANCELLED) && run.isTimeUp(now)) {
            why = Message.of("run.timed_out");
        } else if (has(State.CANCELLED)) {
            why = interrupted;
        }
        return new Fact.RunEnded(status(now), why);
    }

    private RunStatus status(Instant now) {
        if (run.tasks().keySet().stream().anyMatch(this::isBroken)) {
            return RunStatus.FAILED;
        }
        boolean timeWasUp = has(State.CANCELLED) && run.cancel().isEmpty() && run.isTimeUp(now);
        if (has(State.TIMED_OUT) || timeWasUp) {
            return RunStatus.TIMED_OUT;
        }
        if (has(State.CANCELLED)) {
            return RunStatus.CANCELLED;
        }
        if (has(State.BLOCKED)) {
            return RunStatus.BLOCKED;
        }
        return has(State.WARNED) ? RunStatus.WARNED : RunStatus.OK;
    }

    /** A check that judged and did not pass is no trouble of the run's: its asset says what follows. */
    private boolean isBroken(Task task) {
        TaskState state = states.of(task);
        return state.state() == State.FAILED && !state.judged();
    }

    private boolean has(State state) {
        return run.tasks().keySet().stream().anyMatch(task -> states.of(task).state() == state);
    }

    /** How many tasks ended how: {@code 3 ok, 1 failed, 2 upstream_failed}. */
    private Message counts() {
        Map<String, Long> counts = run.tasks().keySet().stream()
                .collect(Collectors.groupingBy(
                        task -> states.of(task).state().text(), TreeMap::new, Collectors.counting()));
        String text = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return Message.of("run.counts", text);
    }
}
