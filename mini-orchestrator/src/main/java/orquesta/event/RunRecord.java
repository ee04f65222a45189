package orquesta.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/** A run as it is remembered. */
public record RunRecord(
        RunId id,
        RunStatus status,
        Request request,
        @Nullable Instant ended,
        Message reason) {
    /**
     * What was asked for, when, and by which process.
     *
     * @param partitions those that were asked for; empty if nothing was said
     * @param tick the instant of the schedule's tick that started it; null if something else did
     */
    public record Request(
            String selection,
            String job,
            LocalDate date,
            Instant started,
            String owner,
            String partitions,
            @Nullable Instant tick) {}
}
