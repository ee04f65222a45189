package orquesta.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.asset.Task;

/**
 * Something that happened, for ever.
 *
 * @param seq its place in the total order of all events of a home, from 1
 * @param subject what it belongs to
 * @param task the task of a run that it is about; null for the subject as a whole
 * @param attempt which try of the task, from 1; 0 before the first
 * @param cause the {@code seq} of the event that led to it; 0 if nothing did
 */
public record Event(
        long seq, Instant at, Subject subject, @Nullable Task task, int attempt, long cause, Fact fact) {

    /**
     * An event that is not recorded yet: it gets its place and its time when it is.
     *
     * @param cause as in an event; below zero it is one of the drafts that are appended together, from -1
     */
    public record Draft(Subject subject, @Nullable Task task, int attempt, long cause, Fact fact) {
        /** The same, appended behind another one that leads to it if nothing else does. */
        public Draft behind() {
            return new Draft(subject, task, attempt, cause > 0 ? cause : cause - 1, fact);
        }

        /** The event that this draft becomes. */
        public Event at(long seq, Instant at, long cause) {
            return new Event(seq, at, subject, task, attempt, cause, fact);
        }
    }

    /** Whether it belongs to a run. */
    public boolean isOfRun() {
        return subject instanceof RunId;
    }

    /**
     * The run that it belongs to.
     *
     * @throws IllegalStateException if it belongs to none
     */
    public RunId run() {
        if (subject instanceof RunId run) {
            return run;
        }
        throw new IllegalStateException("event " + seq + " belongs to no run");
    }

    /** The step of its task; null for the subject as a whole. */
    public @Nullable StepKey step() {
        return task == null ? null : task.step();
    }
}
