package orquesta.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.event.RunRecord;

/**
 * A pipeline in the list of those that are served.
 *
 * @param base what the addresses of its pages begin with
 * @param about what its class says of itself; empty if nothing
 * @param groups those of its assets
 * @param sound whether its files are without a mistake
 * @param last its newest run; null if it never ran
 * @param next when a schedule that is on is due next; null if none is
 */
public record PipelineLine(
        String name,
        String base,
        String about,
        List<String> groups,
        boolean sound,
        @Nullable RunRecord last,
        @Nullable Next next) {
    /** The next tick of all schedules, and whose it is. */
    public record Next(Instant due, String schedule) {}
}
