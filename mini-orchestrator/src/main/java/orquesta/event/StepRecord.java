package orquesta.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.text.Message;

/**
 * A step as it is remembered.
 *
 * @param cause the event that led to its state
 * @param rows of the table that it wrote; -1 if none
 */
public record StepRecord(Task task, State state, int attempts, Message reason, long cause, long rows, Times times) {
    public StepKey key() {
        return task.step();
    }

    /** When it began to run and ended; null before. */
    public record Times(@Nullable Instant started, @Nullable Instant ended) {
        /** Milliseconds from start to end; -1 if it did not run to an end. */
        public long millis() {
            return started == null || ended == null ? -1 : Math.max(0, ended.toEpochMilli() - started.toEpochMilli());
        }
    }
}
