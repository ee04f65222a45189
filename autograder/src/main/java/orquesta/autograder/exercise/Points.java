package orquesta.autograder.exercise;

import java.util.Locale;

/** Points as people read them. */
public final class Points {
    private Points() {}

    /** {@code 7}, or {@code 7.5}. */
    public static String text(double points) {
        return points == Math.rint(points) ? String.valueOf((long) points) : String.format(Locale.ROOT, "%.1f", points);
    }
}
