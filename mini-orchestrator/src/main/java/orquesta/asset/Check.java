package orquesta.asset;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a method checks the asset which its first parameter names. Returns a {@link CheckResult}. A blocking check
 * that fails keeps the asset unpublished; any other only warns.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Check {
    /** One sentence for people. */
    String description() default "";

    /** Whether a failure keeps the asset, and all that is below it, from being published. */
    boolean blocking() default true;
}
