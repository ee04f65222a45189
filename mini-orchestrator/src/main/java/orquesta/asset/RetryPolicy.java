package orquesta.asset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When a failed attempt is followed by another: after {@code delay}, then {@code delay * factor}, {@code delay * factor^2},
 * never later than {@code cap}.
 *
 * @param times how many attempts may follow the first
 * @param never exceptions that no new attempt can mend; a subclass of one counts too
 */
public record RetryPolicy(
        int times, Duration delay, double factor, Duration cap, List<Class<? extends Throwable>> never) {
    public static final Duration DEFAULT_CAP = Duration.ofHours(1);
    public static final RetryPolicy NONE = new RetryPolicy(0, Duration.ZERO, 1, DEFAULT_CAP, List.of());

    public RetryPolicy {
        never = List.copyOf(never);
    }

    /** So many new attempts, each after the same delay. */
    public static RetryPolicy of(int times, Duration delay) {
        return new RetryPolicy(times, delay, 1, DEFAULT_CAP, List.of());
    }

    /** Each delay is so many times the one before. */
    public RetryPolicy factor(double growth) {
        return new RetryPolicy(times, delay, growth, cap, never);
    }

    /** No delay is longer than this. */
    public RetryPolicy cap(Duration longest) {
        return new RetryPolicy(times, delay, factor, longest, never);
    }

    /** What this exception ends is not tried again; may be said of several. */
    public RetryPolicy never(Class<? extends Throwable> permanent) {
        List<Class<? extends Throwable>> all = new ArrayList<>(never);
        all.add(permanent);
        return new RetryPolicy(times, delay, factor, cap, all);
    }

    /** Whether another attempt may follow this one, counted from 1. */
    public boolean allowsAfter(int attempt) {
        return attempt <= times;
    }

    /** Whether no new attempt can mend what was thrown. */
    public boolean isPermanent(Throwable thrown) {
        return never.stream().anyMatch(type -> type.isInstance(thrown));
    }

    /** How long to wait after this attempt, counted from 1. */
    public Duration delayAfter(int attempt) {
        double millis = delay.toMillis() * Math.pow(factor, attempt - 1.0);
        return millis >= cap.toMillis() ? cap : Duration.ofMillis(Math.round(millis));
    }
}
