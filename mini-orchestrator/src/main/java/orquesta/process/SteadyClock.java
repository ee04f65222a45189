package orquesta.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that never goes back: where another was set back, time goes on from where it was, as fast as it passes. So nothing
 * ends before it began, and no wait becomes longer. It follows the other again as soon as that has caught up.
 */
public final class SteadyClock extends Clock {
    private final Clock other;
    private Instant last;
    private long lastNanos = System.nanoTime();

    private SteadyClock(Clock other) {
        this.other = other;
        this.last = other.instant();
    }

    /** The same clock if it never goes back as it is. */
    public static Clock over(Clock clock) {
        return clock instanceof FastClock ? clock : new SteadyClock(clock);
    }

    @Override
    public synchronized Instant instant() {
        Instant now = other.instant();
        long nanos = System.nanoTime();
        last = now.isBefore(last) ? last.plusNanos(nanos - lastNanos) : now;
        lastNanos = nanos;
        return last;
    }

    @Override
    public ZoneId getZone() {
        return other.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(other.withZone(zone));
    }
}
