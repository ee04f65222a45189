package orquesta.run;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orquesta.asset.ValueForm;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.State;

/**
 * How far one task of a run is, as its events tell it.
 *
 * @param attempt which try it is in, from 1; 0 before the first
 * @param last the event that led to where it is
 * @param until when time alone ends its state; null if never
 * @param written what its attempt wrote; null before, and for a check
 * @param published whether readers see what it wrote
 * @param judged whether a check gave its verdict
 */
public record TaskState(
        State state,
        int attempt,
        long last,
        @Nullable Instant until,
        @Nullable Materialization written,
        boolean published,
        boolean judged) {
    static final TaskState UNBORN = new TaskState(State.WAITING, 0, 0, null, null, false, false);

    /** How far it is once this event has happened. */
    TaskState after(Event event) {
        Fact fact = event.fact();
        if (fact instanceof Fact.StepChanged changed) {
            Materialization left = changed.state() == State.RUNNING ? null : written;
            return new TaskState(
                    changed.state(), event.attempt(), event.seq(), changed.until(), left, published, judged);
        } else if (fact instanceof Fact.Materialized materialized) {
            return new TaskState(state, attempt, event.seq(), null, materialized.value(), false, judged);
        } else if (fact instanceof Fact.Published) {
            return new TaskState(state, attempt, event.seq(), until, written, true, judged);
        } else if (fact instanceof Fact.Delivered) {
            return new TaskState(state, attempt, event.seq(), until, written, published, judged);
        } else if (fact instanceof Fact.CheckEvaluated) {
            return new TaskState(state, attempt, event.seq(), until, null, false, true);
        }
        return this;
    }

    /**
     * What its attempt wrote.
     *
     * @throws NullPointerException if it wrote nothing yet
     */
    Materialization value() {
        return Objects.requireNonNull(written);
    }

    /** Whether others than this home can reach what it wrote, as a file or in a database: the store looks at it before it is published. */
    boolean isOutsideTheStore() {
        return written != null && (written.form() == ValueForm.FILE || written.delivery() != null);
    }

    public boolean isEnd() {
        return state.isEnd();
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether its value is there for checks of this run: written, and not lost since. */
    boolean isWritten() {
        return written != null || state == State.REUSED;
    }

    /** Whether an attempt began and the task has not ended. */
    boolean isBegun() {
        return attempt > 0 && !isEnd();
    }

    /** Whether it is being computed, or will be again: no other run may compute the same meanwhile. */
    boolean isComputing() {
        return isBegun() && written == null;
    }
}
