package orquesta.asset;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a method computes an asset. The asset's key is the method's name in snake_case; a parameter named like an
 * asset reads it, a parameter whose type is a registered resource borrows it, {@link Run} is the current run.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Asset {
    /** One sentence for people. */
    String description() default "";

    /** The group that pages and selections know it by. */
    String group() default "";

    /** What it is made of: {@code table}, {@code report}, {@code file}. */
    String kind() default "";

    /** Who is told when it fails. */
    String owner() default "";

    /** What to do after an attempt that failed; nothing unless said. */
    Retry retries() default @Retry;

    /** How long one attempt may take: {@code 30s}, {@code 5m}; empty without a limit. */
    String timeout() default "";

    /** The pool that it takes a place of while it runs, see {@code Definitions.pool}; empty without one. */
    String pool() default "";

    /** The name of its partitions, see {@code Definitions.partitions}; empty if it has one value only. */
    String partitions() default "";

    /** Each {@code key=value}. */
    String[] tags() default {};
}
