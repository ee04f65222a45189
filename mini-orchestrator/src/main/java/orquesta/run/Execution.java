package orquesta.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import orquesta.asset.AssetKey;
import orquesta.asset.StepKey;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.plan.Plan;
import orquesta.text.Message;

/**
 * One run from its beginning to its end. Knows no threads: it says which steps are ready, and is told how they ended; what
 * follows from that is the matter of {@link Consequences}. May be told of the process's end at any moment.
 */
final class Execution {
    private final Plan plan;
    private final Journal journal;
    private final Steps steps;
    private final Consequences consequences;
    private boolean over = false;

    Execution(Plan plan, Journal journal) {
        this.plan = plan;
        this.steps = new Steps(plan);
        this.journal = journal;
        this.consequences = new Consequences(steps, journal, plan.pipeline());
    }

    /** Records the beginning, and the first state of each step. */
    synchronized void begin(Fact.RunStarted started) {
        Journal.Entry start = journal.add(null, 0, null, started);
        for (Plan.PlannedStep planned : plan.steps()) {
            Progress step = steps.of(planned.key());
            if (step.waitsFor.isEmpty()) {
                consequences.change(step, State.PLANNED, planned.why(), start);
                consequences.ready.add(step);
            } else {
                String names = step.waitsFor.stream().map(AssetKey::name).collect(Collectors.joining(", "));
                consequences.change(step, State.WAITING, Message.of("step.waits", names), start);
            }
        }
        journal.record();
    }

    Pipeline pipeline() {
        return plan.pipeline();
    }

    /** Takes at most so many ready steps, in the plan's order, and records that they run. */
    synchronized List<Progress> start(int free) {
        List<Progress> started = new ArrayList<>();
        while (started.size() < free && !consequences.ready.isEmpty() && !over) {
            Progress step = consequences.ready.poll();
            step.attempt++;
            consequences.change(step, State.RUNNING, Message.of("step.runs"), step.last);
            started.add(step);
        }
        journal.record();
        return started;
    }

    /** Whether nothing is left that could run. */
    synchronized boolean isOver() {
        return over || steps.haveEnded();
    }

    /** Takes note of how steps ended, and of all that follows from it, as one moment. */
    synchronized void ended(Map<Progress, StepOutcome> outcomes) {
        if (over) {
            return;
        }
        outcomes.forEach(consequences::of);
        journal.record();
        consequences.deliver();
        journal.record();
    }

    /** Records the end of the run; what has not ended by then is cancelled. */
    synchronized RunStatus end(Message reason) {
        if (over) {
            return RunStatus.CANCELLED;
        }
        over = true;
        for (Progress step : steps.all()) {
            if (!step.state.isEnd()) {
                consequences.change(step, State.CANCELLED, reason, step.last);
            }
        }
        RunStatus status = consequences.failed ? RunStatus.FAILED : steps.status();
        Message why = steps.has(State.CANCELLED) ? reason : steps.counts();
        journal.add(null, 0, null, new Fact.RunEnded(status, why));
        journal.record();
        return status;
    }

    /** Records that the run cannot go on, for a reason that is no step's; what has not ended is cancelled. */
    synchronized RunStatus abandon(Message reason) {
        consequences.failed = true;
        return end(reason);
    }

    /** A step that is running ended the whole process: it failed, and the run ends here. */
    synchronized void exited(StepKey key, Message why) {
        if (!over) {
            consequences.of(steps.of(key), new StepOutcome.Failed(why));
        }
    }
}
