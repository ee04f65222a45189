package orquesta.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;

/**
 * Something that happened, for ever.
 *
 * @param seq its place in the total order of all events of a home, from 1
 * @param step the step that it is about; null for the run as a whole
 * @param attempt which try of the step, from 1; 0 before the first
 * @param cause the {@code seq} of the event that led to it; 0 if nothing did
 */
public record Event(
        long seq, Instant at, RunId run, @Nullable StepKey step, int attempt, long cause, Fact fact) {

    /** An event that is not recorded yet: it gets its place and its time when it is. */
    public record Draft(RunId run, @Nullable StepKey step, int attempt, long cause, Fact fact) {}
}
