package orquesta.autograder.exercise;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points as people read them. */
public final class Points {
    private Points() {}

    /** {@code 7}, {@code 7.5} or, where a penalty was taken off, {@code 7.25}. */
    public static String text(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
