package orquesta.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.State;
import orquesta.text.Message;
import orquesta.values.FileValue;

/**
 * What follows from how a step ended. An asset is written, audited by its checks, then published; only then do the assets
 * below it start. A failure marks all that is below at once and stops nothing else.
 */
final class Consequences {
    private final Steps steps;
    private final Journal journal;
    private final Pipeline pipeline;
    private final List<Progress> toDeliver = new ArrayList<>();
    /** The steps that wait for nothing any more, in the order in which that came about. */
    final Deque<Progress> ready = new ArrayDeque<>();
    /** Whether anything failed, apart from checks that judged. */
    boolean failed = false;

    Consequences(Steps steps, Journal journal, Pipeline pipeline) {
        this.steps = steps;
        this.journal = journal;
        this.pipeline = pipeline;
    }

    /** How a step ended, and all that follows from it. */
    void of(Progress step, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Written written) {
            written(step, written.value());
        } else if (outcome instanceof StepOutcome.Judged judged) {
            judged(step, judged.result());
        } else if (outcome instanceof StepOutcome.Skipped skipped) {
            lost(step, State.SKIPPED, Message.of("step.skipped", skipped.why()), step.last);
        } else if (outcome instanceof StepOutcome.Failed broken) {
            lost(step, State.FAILED, broken.why(), step.last);
        }
    }

    private void written(Progress step, Materialization value) {
        step.written = value;
        step.last = journal.add(step.key, step.attempt, step.last, new Fact.Materialized(value));
        for (Progress reader : steps.readersOf(step)) {
            if (reader.key instanceof CheckKey) {
                arrived(reader, step);
            }
        }
        settle(step);
    }

    private void judged(Progress check, Fact.CheckEvaluated result) {
        Fact.Verdict verdict = result.verdict();
        check.last = journal.add(check.key, check.attempt, check.last, result);
        State state = verdict.passed() ? State.OK : verdict.blocking() ? State.FAILED : State.WARNED;
        change(check, state, result.said(), check.last);
        checkEnded(check);
    }

    /** A check has its last state: the asset that it judges may be published now, or never. */
    private void checkEnded(Progress check) {
        CheckKey key = (CheckKey) check.key;
        Progress judged = steps.of(key.asset());
        judged.openChecks.remove(key);
        if (check.state != State.OK && pipeline.check(key).blocking()) {
            judged.objection = judged.objection == null ? check : judged.objection;
        } else if (check.state != State.OK) {
            judged.warnings.put(key.name(), check);
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
            lost(step, State.BLOCKED, why, check.last);
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
            FileValue.promise(delivery);
            step.last = journal.add(step.key, step.attempt, step.last, new Fact.Published());
            toDeliver.add(step);
        } catch (IOException e) {
            lost(step, State.FAILED, Message.of("step.unpromised", delivery.target(), e.toString()), step.last);
        }
    }

    /** Moves the files of what was just published; what is cut short here is completed at the next start. */
    void deliver() {
        List.copyOf(toDeliver).forEach(this::deliver);
        toDeliver.clear();
    }

    private void deliver(Progress step) {
        try {
            FileValue.deliver(
                    Objects.requireNonNull(Objects.requireNonNull(step.written).delivery()));
            step.last = journal.add(step.key, step.attempt, step.last, new Fact.Delivered());
            published(step);
        } catch (IOException e) {
            lost(step, State.FAILED, Message.of("step.undelivered", e.toString()), step.last);
        }
    }

    private void published(Progress step) {
        if (step.warnings.isEmpty()) {
            change(step, State.OK, Message.of("step.published"), step.last);
        } else {
            Message why = Message.of("step.warned", String.join(", ", step.warnings.keySet()));
            change(step, State.WARNED, why, step.warnings.firstEntry().getValue().last);
        }
        for (Progress reader : steps.readersOf(step)) {
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
    private void lost(Progress start, State state, Message reason, Journal.@Nullable Entry cause) {
        failed |= state == State.FAILED;
        change(start, state, reason, cause);
        Deque<Progress> gone = new ArrayDeque<>(List.of(start));
        while (!gone.isEmpty()) {
            Progress above = gone.poll();
            if (above.key instanceof CheckKey) {
                checkEnded(above);
                continue;
            }
            for (Progress reader : steps.readersOf(above)) {
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

    void change(Progress step, State state, Message reason, Journal.@Nullable Entry cause) {
        step.state = state;
        step.last = journal.add(step.key, step.attempt, cause, new Fact.StepChanged(state, reason));
    }
}
