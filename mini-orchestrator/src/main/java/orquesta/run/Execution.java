package orquesta.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckKey;
import orquesta.asset.StepKey;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.io.Storage;
import orquesta.plan.Plan;
import orquesta.text.Message;

/**
 * The states of one run and the rules by which they change. Knows no threads: it says which steps are ready, and is told how
 * they ended. An asset is written, audited by its checks, then published; only then do the assets below it start. A
 * failure marks all that is below at once and stops nothing else.
 */
final class Execution {
    private final Plan plan;
    private final Journal journal;
    private final Map<StepKey, Progress> steps = new LinkedHashMap<>();
    private final Map<AssetKey, List<Progress>> readers = new TreeMap<>();
    private final Deque<Progress> ready = new ArrayDeque<>();
    private final List<Progress> toDeliver = new ArrayList<>();
    private boolean failed = false;
    private boolean over = false;

    Execution(Plan plan, Journal journal) {
        this.plan = plan;
        this.journal = journal;
    }

    /** Records the beginning, and the first state of each step. */
    synchronized void begin(Fact.RunStarted started) {
        Journal.Entry start = journal.add(null, 0, null, started);
        for (Plan.PlannedStep step : plan.steps()) {
            steps.put(step.key(), new Progress(step.key()));
        }
        for (Plan.PlannedStep planned : plan.steps()) {
            Progress step = step(planned.key());
            if (planned.key() instanceof CheckKey check) {
                step(check.asset()).openChecks.add(check);
            }
            for (AssetKey read : readsOf(planned.key())) {
                if (steps.containsKey(read) && step.waitsFor.add(read)) {
                    readers.computeIfAbsent(read, key -> new ArrayList<>()).add(step);
                }
            }
            if (step.waitsFor.isEmpty()) {
                change(step, State.PLANNED, planned.why(), start);
                ready.add(step);
            } else {
                change(step, State.WAITING, Message.of("step.waits", names(step.waitsFor)), start);
            }
        }
        journal.record();
    }

    private Progress step(StepKey key) {
        return Objects.requireNonNull(steps.get(key));
    }

    private Collection<AssetKey> readsOf(StepKey key) {
        if (key instanceof CheckKey check) {
            return definition(check).reads();
        }
        return plan.pipeline().graph().inputsOf(key.asset());
    }

    CheckDefinition definition(CheckKey key) {
        return plan.pipeline().checksOf(key.asset()).stream()
                .filter(check -> check.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    AssetDefinition definition(AssetKey key) {
        return plan.pipeline().graph().definition(key);
    }

    /** Takes at most so many ready steps, in the plan's order, and records that they run. */
    synchronized List<Progress> start(int free) {
        List<Progress> started = new ArrayList<>();
        while (started.size() < free && !ready.isEmpty() && !over) {
            Progress step = ready.poll();
            step.attempt++;
            change(step, State.RUNNING, Message.of("step.runs"), step.last);
            started.add(step);
        }
        journal.record();
        return started;
    }

    /** Whether nothing is left that could run. */
    synchronized boolean isOver() {
        return over || steps.values().stream().allMatch(step -> step.state.isEnd());
    }

    /** Takes note of how steps ended, and of all that follows from it, as one moment. */
    synchronized void ended(Map<Progress, StepOutcome> outcomes) {
        if (over) {
            return;
        }
        outcomes.forEach(this::ended);
        journal.record();
        for (Progress step : List.copyOf(toDeliver)) {
            deliver(step);
        }
        toDeliver.clear();
        journal.record();
    }

    private void ended(Progress step, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Written written) {
            written(step, written.value());
        } else if (outcome instanceof StepOutcome.Judged judged) {
            judged(step, judged.result());
        } else if (outcome instanceof StepOutcome.Skipped skipped) {
            change(step, State.SKIPPED, Message.of("step.skipped", skipped.why()), step.last);
            lost(step);
        } else if (outcome instanceof StepOutcome.Failed broken) {
            failed = true;
            change(step, State.FAILED, broken.why(), step.last);
            lost(step);
        }
    }

    private void written(Progress step, Materialization value) {
        step.written = value;
        step.last = journal.add(step.key, step.attempt, step.last, new Fact.Materialized(value));
        for (Progress reader : readersOf(step)) {
            if (reader.key instanceof CheckKey) {
                arrived(reader, step);
            }
        }
        settle(step);
    }

    private void judged(Progress check, Fact.CheckEvaluated result) {
        Fact.Verdict verdict = result.verdict();
        check.last = journal.add(check.key, check.attempt, check.last, result);
        Message found = result.failing() >= 0
                ? Message.of("check.rows", result.failing(), verdict.description())
                : Message.of("check.said", verdict.description());
        State state = verdict.passed() ? State.OK : verdict.blocking() ? State.FAILED : State.WARNED;
        change(check, state, found, check.last);
        checkEnded(check);
    }

    /** A check has its last state: the asset that it judges may be published now, or never. */
    private void checkEnded(Progress check) {
        CheckKey key = (CheckKey) check.key;
        Progress judged = step(key.asset());
        judged.openChecks.remove(key);
        if (check.state != State.OK && definition(key).blocking()) {
            judged.objection = judged.objection == null ? check : judged.objection;
        } else if (check.state != State.OK) {
            judged.warning = judged.warning == null ? check : judged.warning;
        }
        settle(judged);
    }

    /**
     * Publishes an asset once it is written and no check of it is open, or blocks it at the first objection. A check may be
     * lost before the asset that it judges is written: the asset is computed all the same, since it depends on no failure.
     */
    private void settle(Progress step) {
        if (step.written == null || step.state.isEnd()) {
            return;
        }
        Progress check = step.objection;
        if (check != null) {
            Message why = Message.of("step.blocked", ((CheckKey) check.key).name(), check.state.text());
            change(step, State.BLOCKED, why, check.last);
            lost(step);
            return;
        }
        if (!step.openChecks.isEmpty()) {
            return;
        }
        if (step.written.delivery() == null) {
            step.last = journal.add(step.key, step.attempt, step.last, new Fact.Published());
            published(step);
        } else {
            publishFiles(step, step.written.delivery());
        }
    }

    /** From the promise on nobody but us removes the files: a crash after publishing must find them. */
    private void publishFiles(Progress step, Materialization.Delivery delivery) {
        try {
            Storage.promise(delivery);
            step.last = journal.add(step.key, step.attempt, step.last, new Fact.Published());
            toDeliver.add(step);
        } catch (IOException e) {
            failed = true;
            change(step, State.FAILED, Message.of("step.unpromised", delivery.target(), e.toString()), step.last);
            lost(step);
        }
    }

    /** Moves the files of a value that was just published; what is cut short here is completed at the next start. */
    private void deliver(Progress step) {
        try {
            Storage.deliver(
                    Objects.requireNonNull(Objects.requireNonNull(step.written).delivery()));
            step.last = journal.add(step.key, step.attempt, step.last, new Fact.Delivered());
            published(step);
        } catch (IOException e) {
            failed = true;
            change(step, State.FAILED, Message.of("step.undelivered", e.toString()), step.last);
            lost(step);
        }
    }

    private void published(Progress step) {
        Progress warning = step.warning;
        if (warning == null) {
            change(step, State.OK, Message.of("step.published"), step.last);
        } else {
            change(step, State.WARNED, Message.of("step.warned", ((CheckKey) warning.key).name()), warning.last);
        }
        for (Progress reader : readersOf(step)) {
            if (reader.key instanceof AssetKey) {
                arrived(reader, step);
            }
        }
    }

    private void arrived(Progress reader, Progress input) {
        reader.waitsFor.remove(input.key.asset());
        if (reader.waitsFor.isEmpty() && !reader.state.isEnd()) {
            reader.last = input.last;
            ready.add(reader);
        }
    }

    /** What waits for a step that will never be there cannot run: it says so at once, and so does all below it. */
    private void lost(Progress start) {
        Deque<Progress> gone = new ArrayDeque<>(List.of(start));
        while (!gone.isEmpty()) {
            Progress above = gone.poll();
            if (above.key instanceof CheckKey) {
                checkEnded(above);
                continue;
            }
            for (Progress reader : readersOf(above)) {
                if (!reader.state.isEnd() && reader.waitsFor.contains(above.key.asset())) {
                    boolean skip = above.state == State.SKIPPED;
                    Message why = Message.of(
                            skip ? "step.above_skipped" : "step.above_failed", above.key, above.state.text());
                    change(reader, skip ? State.SKIPPED : State.UPSTREAM_FAILED, why, above.last);
                    gone.add(reader);
                }
            }
        }
    }

    private List<Progress> readersOf(Progress step) {
        return readers.getOrDefault(step.key.asset(), List.of());
    }

    private void change(Progress step, State state, Message reason, Journal.@Nullable Entry cause) {
        step.state = state;
        step.last = journal.add(step.key, step.attempt, cause, new Fact.StepChanged(state, reason));
    }

    /** Records the end of the run; what has not ended by then is cancelled. */
    synchronized RunStatus end(Message reason) {
        if (over) {
            return RunStatus.CANCELLED;
        }
        over = true;
        for (Progress step : steps.values()) {
            if (!step.state.isEnd()) {
                change(step, State.CANCELLED, reason, step.last);
            }
        }
        RunStatus status = status();
        boolean cut = has(State.CANCELLED);
        journal.add(null, 0, null, new Fact.RunEnded(status, cut ? reason : summary()));
        journal.record();
        return status;
    }

    /** Records that the run cannot go on, for a reason that is no step's; what has not ended is cancelled. */
    synchronized RunStatus abandon(Message reason) {
        failed = true;
        return end(reason);
    }

    /** A step that is running ended the whole process: it failed, and the run ends here. */
    synchronized void exited(StepKey key, Message why) {
        if (!over) {
            ended(step(key), new StepOutcome.Failed(why));
        }
    }

    private RunStatus status() {
        if (failed) {
            return RunStatus.FAILED;
        }
        if (has(State.CANCELLED)) {
            return RunStatus.CANCELLED;
        }
        return has(State.BLOCKED) ? RunStatus.BLOCKED : has(State.WARNED) ? RunStatus.WARNED : RunStatus.OK;
    }

    private boolean has(State state) {
        return steps.values().stream().anyMatch(step -> step.state == state);
    }

    /** How many steps ended how: {@code 3 ok, 1 failed, 2 upstream_failed}. */
    private Message summary() {
        Map<String, Long> counts = steps.values().stream()
                .collect(Collectors.groupingBy(step -> step.state.text(), TreeMap::new, Collectors.counting()));
        return Message.of(
                "run.counts",
                counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ")));
    }

    private static String names(Collection<AssetKey> keys) {
        return keys.stream().map(AssetKey::name).collect(Collectors.joining(", "));
    }
}
