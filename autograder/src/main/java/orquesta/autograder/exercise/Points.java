package orquesta.autograder.exercise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import orquesta.text.Language;

/** Points as text: for tables of other programs with a full stop, for people as their language writes them. */
public final class Points {
    private Points() {}

    /** {@code 7}, {@code 7.5} or, where a penalty was taken off, {@code 7.25}. */
    public static String text(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The same for somebody who reads this language: in Spanish {@code 7,5}. */
    public static String text(double points, Language language) {
        return language == Language.ES ? text(points).replace('.', ',') : text(points);
    }
}
