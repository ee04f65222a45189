package orquesta.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * One moment at which a schedule fires.
 *
 * @param due the instant; with the pipeline and the schedule it is the tick's key
 * @param asked the wall-clock times that it stands for, at least one, in order: several where the clock jumped over them
 */
public record Tick(Instant due, List<LocalDateTime> asked) {
    public Tick {
        asked = List.copyOf(asked);
    }
}
