package orquesta.asset;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares which asset a parameter reads, and which of its partitions. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Reads {
    /** The asset's key; the parameter's own name in snake_case unless said. */
    String value() default "";

    /**
     * {@code same}, {@code previous}, {@code last 7} or {@code all}, see {@link orquesta.partition.PartitionMapping}. A check
     * of an asset without partitions reads as {@code previous} what was published before the run.
     */
    String partitions() default "same";
}
