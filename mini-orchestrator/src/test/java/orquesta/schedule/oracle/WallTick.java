package orquesta.schedule.oracle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A tick as the oracle tells it.
 *
 * @param at when it happens
 * @param asked the local times of the expression that it stands for, in order; more than one where a gap ends
 */
public record WallTick(Instant at, List<LocalDateTime> asked) {
    public WallTick {
        asked = List.copyOf(asked);
    }
}
