package orquesta.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that begins at a chosen instant and goes faster than that of the system: a bad day in a minute. */
public final class FastClock extends Clock {
    /** What takes time in the world, such as starting a thread, is counted as if the clock went no faster than this. */
    private static final double HUMAN = 30;

    private final Instant from;
    private final double speed;
    private final ZoneId zone;
    private final long began;

    private FastClock(Instant from, double speed, ZoneId zone, long began) {
        this.from = from;
        this.speed = speed;
        this.zone = zone;
        this.began = began;
    }

    /**
     * A clock that begins now, at an instant of its own.
     *
     * @param speed how many of its seconds pass in a second of the world, above 0
     */
    public static FastClock from(Instant instant, double speed, ZoneId zone) {
        return new FastClock(instant, speed, zone, System.nanoTime());
    }

    /** How long to wait in the world until a duration has passed on a clock. */
    public static Duration real(Clock clock, Duration duration) {
        return clock instanceof FastClock fast ? times(duration, 1 / fast.speed) : duration;
    }

    /** How much of a clock's time passes while a duration passes in the world. */
    public static Duration virtual(Clock clock, Duration duration) {
        return clock instanceof FastClock fast ? times(duration, fast.speed) : duration;
    }

    /** A tolerance of people, on a clock that may be too fast for it. */
    public static Duration scaled(Clock clock, Duration tolerance) {
        return clock instanceof FastClock fast ? times(tolerance, Math.max(1, fast.speed / HUMAN)) : tolerance;
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis((long) Math.min(duration.toMillis() * factor, Long.MAX_VALUE / 2.0));
    }

    @Override
    public Instant instant() {
        return from.plusNanos((long) ((System.nanoTime() - began) * speed));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FastClock(from, speed, other, began);
    }
}
