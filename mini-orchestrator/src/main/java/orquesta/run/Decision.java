package orquesta.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.Subject;

/**
 * What follows from some signals in one moment of a run: each goes to the rules that it is about. The run's own state changes
 * when the facts come back from the log as events.
 */
final class Decision {
    private final Drafts facts;
    private final TaskRules tasks;
    private final RunRules run;

    Decision(RunState before, Subject run, Instant now) {
        this.facts = new Drafts(before, run, now);
        this.tasks = new TaskRules(facts);
        this.run = new RunRules(facts);
    }

    List<Event.Draft> drafts() {
        return facts.all();
    }

    /** The states that its facts lead to, for each task that they are about. */
    Map<Task, TaskState> changed() {
        return facts.changed();
    }

    void take(Signal signal) {
        if (signal instanceof Signal.Free free) {
            tasks.begin(free);
        } else if (signal instanceof Signal.Held held) {
            tasks.hold(held);
        } else if (signal instanceof Signal.Ended ended) {
            tasks.attemptEnded(ended);
        } else if (signal instanceof Signal.Promised promised) {
            tasks.publish(promised.task());
        } else if (signal instanceof Signal.Delivered delivered) {
            tasks.delivered(delivered.task());
        } else if (signal instanceof Signal.Undeliverable lost) {
            tasks.end(lost.task(), State.FAILED, lost.why());
        } else if (signal instanceof Signal.StillRunning running) {
            long cause = facts.of(running.task()).last();
            facts.add(running.task(), running.attempt(), cause, new Fact.Abandoned());
        } else if (signal instanceof Signal.Exited exited
                && facts.of(exited.task()).isRunning()) {
            tasks.end(exited.task(), State.FAILED, exited.why());
        } else {
            takeOfRun(signal);
        }
        tasks.spread();
    }

    private void takeOfRun(Signal signal) {
        if (signal instanceof Signal.Begins begins) {
            run.begin(begins.started());
        } else if (signal instanceof Signal.TimePassed) {
            run.timePassed();
            facts.before.timed().forEach(tasks::attemptTimedOut);
        } else if (signal instanceof Signal.CancelAsked asked) {
            run.cancelAsked(asked.by());
        } else if (signal instanceof Signal.CannotGoOn broken) {
            run.cannotGoOn(broken.why());
        } else if (signal instanceof Signal.AllDone done) {
            run.allDone(done.interrupted());
        } else if (signal instanceof Signal.ProcessGone gone) {
            run.processGone(gone.owner());
        }
    }
}
