package orquesta.run;

import java.util.function.Predicate;
import orquesta.asset.Task;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.text.Message;

/** What comes to a run from outside: from its threads, the clock, the store, people. */
public sealed interface Signal {
    /** The run begins. */
    record Begins(Fact.RunStarted started) implements Signal {}

    /** So many tasks more may begin, of those that are ready. */
    record Free(long places, Predicate<Task> mayBegin) implements Signal {}

    /**
     * A task that is ready cannot start yet.
     *
     * @param holder the run that stands in its way
     * @param pool the pool that has no free place; empty if the run computes the same asset
     */
    record Held(Task task, RunId holder, String pool) implements Signal {}

    /** The code of an attempt ended. */
    record Ended(Task task, int attempt, StepOutcome outcome) implements Signal {}

    /** A file that was audited is still what its step wrote, and is promised to its place: it may be published. */
    record Promised(Task task) implements Signal {}

    /** The files of a published value are all at their place. */
    record Delivered(Task task) implements Signal {}

    /** The files of a value cannot reach their place. */
    record Undeliverable(Task task, Message why) implements Signal {}

    /** Time passed. */
    record TimePassed() implements Signal {}

    /** Somebody asks for the run to be stopped. */
    record CancelAsked(String by) implements Signal {}

    /** An attempt that was to stop still goes on, and is left alone. */
    record StillRunning(Task task, int attempt) implements Signal {}

    /** A task ended the whole process. */
    record Exited(Task task, Message why) implements Signal {}

    /** The run cannot go on, for a reason that is no task's. */
    record CannotGoOn(Message why) implements Signal {}

    /** Nothing of the run runs any more, and all that it printed is kept. */
    record AllDone(Message interrupted) implements Signal {}

    /** The process that did the run is gone. */
    record ProcessGone(String owner) implements Signal {}
}
