package orquesta.asset;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What to do after an attempt that failed, inside {@link Asset#retries}. Durations are written {@code 500ms}, {@code 30s},
 * {@code 5m}, {@code 1h}.
 *
 * @see RetryPolicy
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Retry {
    /** How many attempts may follow the first. */
    int times() default 0;

    /** How long to wait before the first of them. */
    String delay() default "0s";

    /** How many times longer each delay is than the one before. */
    double factor() default 1;

    /** The longest delay. */
    String cap() default "1h";

    /** Exceptions that no new attempt can mend. */
    Class<? extends Throwable>[] never() default {};
}
