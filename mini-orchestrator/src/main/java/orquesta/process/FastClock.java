package orquesta.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * A clock that begins at a chosen instant and goes faster than that of the system: a bad day in a minute. It never goes back;
 * its times in other zones move with it. At speed 0 it stands.
 */
public final class FastClock extends Clock {
    /** What takes time in the world, such as starting a thread, is counted as if the clock went no faster than this. */
    private static final double HUMAN = 30;

    private final Hand hand;
    private final double speed;
    private final ZoneId zone;

    /** Which instant it showed at which nanosecond of the machine, and how fast it has gone since unless it is held. */
    private record Mark(Instant shown, long nanos, double pace, boolean held) {
        Instant now() {
            return held ? shown : shown.plusNanos((long) ((System.nanoTime() - nanos) * pace));
        }

        Mark at(double pace) {
            return new Mark(now(), System.nanoTime(), pace, false);
        }

        Mark hold() {
            return new Mark(now(), System.nanoTime(), pace, true);
        }

        Mark skipTo(Instant instant) {
            return now().isBefore(instant) ? new Mark(instant, System.nanoTime(), pace, held) : this;
        }
    }

    /** The hand that all its zones share. */
    private static final class Hand {
        private Mark mark;

        Hand(Mark mark) {
            this.mark = mark;
        }

        synchronized Mark mark() {
            return mark;
        }

        synchronized void move(UnaryOperator<Mark> how) {
            mark = how.apply(mark);
        }
    }

    private FastClock(Hand hand, double speed, ZoneId zone) {
        this.hand = hand;
        this.speed = speed;
        this.zone = zone;
    }

    /**
     * A clock that begins now, at an instant of its own.
     *
     * @param speed how many of its seconds pass in a second of the world, above 0
     */
    public static FastClock from(Instant instant, double speed, ZoneId zone) {
        return new FastClock(new Hand(new Mark(instant, System.nanoTime(), speed, false)), speed, zone);
    }

    /** Goes as fast as it was made to, or as fast as the clock of the system: then who reads in between loses no day. */
    public void hurry(boolean fast) {
        hand.move(mark -> mark.at(fast ? speed : 1));
    }

    /** Shows the same instant until it hurries or gets another speed; who asks how fast it goes hears how fast it went. */
    public void hold() {
        hand.move(Mark::hold);
    }

    /** Leaves out the time up to an instant, in which nothing happens; nothing if the instant has passed. */
    public void skipTo(Instant instant) {
        hand.move(mark -> mark.skipTo(instant));
    }

    /** How many of its seconds pass in a second of the world now; 0 while it stands. */
    public double speed() {
        return hand.mark().pace();
    }

    /**
     * Goes on from where it is, at another speed.
     *
     * @param pace 0 or more
     */
    public void setSpeed(double pace) {
        hand.move(mark -> mark.at(pace));
    }

    /** While it stands, waits are those of the world: who waits for it asks again and again whether it goes. */
    private double factor() {
        double pace = speed();
        return pace == 0 ? 1 : pace;
    }

    /** How long to wait in the world until a duration has passed on a clock. */
    public static Duration real(Clock clock, Duration duration) {
        return clock instanceof FastClock fast ? times(duration, 1 / fast.factor()) : duration;
    }

    /** How much of a clock's time passes while a duration passes in the world. */
    public static Duration virtual(Clock clock, Duration duration) {
        return clock instanceof FastClock fast ? times(duration, fast.factor()) : duration;
    }

    /** A tolerance of people, on a clock that may be too fast for it. */
    public static Duration scaled(Clock clock, Duration tolerance) {
        return clock instanceof FastClock fast ? times(tolerance, Math.max(1, fast.speed() / HUMAN)) : tolerance;
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis((long) Math.min(duration.toMillis() * factor, Long.MAX_VALUE / 2.0));
    }

    @Override
    public Instant instant() {
        return hand.mark().now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FastClock(hand, speed, other);
    }
}
