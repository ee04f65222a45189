package orquesta.autograder.compile;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says when the compiler has been at one answer for too long. Its processor time counts, and time on the wall only where
 * that is not known, or when it is many times as much: an honest answer must not fail because the machine is busy.
 */
final class Patience {
    static final Duration MOST = Duration.ofSeconds(30);
    private static final int ON_THE_WALL = 10;

    private final Supplier<Optional<Duration>> used;
    private final LongSupplier nanos;
    private final Duration before;
    private final long start;

    /**
     * Counts from now.
     *
     * @param used the processor time so far; empty where the system does not say
     * @param nanos time on the wall
     */
    Patience(Supplier<Optional<Duration>> used, LongSupplier nanos) {
        this.used = used;
        this.nanos = nanos;
        this.before = used.get().orElse(Duration.ZERO);
        this.start = nanos.getAsLong();
    }

    boolean isOver() {
        Duration wall = Duration.ofNanos(nanos.getAsLong() - start);
        Duration worked = used.get().map(now -> now.minus(before)).orElse(wall);
        return worked.compareTo(MOST) >= 0 || wall.compareTo(MOST.multipliedBy(ON_THE_WALL)) >= 0;
    }
}
