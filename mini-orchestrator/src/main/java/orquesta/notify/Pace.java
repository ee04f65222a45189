package orquesta.notify;

import java.time.Duration;
import java.util.List;

/**
 * How an alert is spread in time: in that of the world, or of the virtual clock that is watched.
 *
 * @param gather how long the first thing that happened waits for others
 * @param gap how long there is silence after a notice: what happens meanwhile comes in one
 * @param again how long to wait before each new try
 */
public record Pace(Duration gather, Duration gap, List<Duration> again) {
    /** Four tries within three minutes, and a notice a minute. */
    public static final Pace USUAL = new Pace(
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2)));

    /** Each at once, and once. */
    public static final Pace AT_ONCE = new Pace(Duration.ZERO, Duration.ZERO, List.of());

    public Pace {
        again = List.copyOf(again);
    }
}
