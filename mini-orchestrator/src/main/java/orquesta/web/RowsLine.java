package orquesta.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Counts of rows as a line from left to right; the lowest line of the picture is no rows.
 *
 * @param most the highest count, which touches the top
 * @param points where each count stands, in the units of the picture
 */
public record RowsLine(long most, List<Point> points) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 120;
    private static final int EDGE = 8;

    /** A place in the picture, and the count that stands there. */
    public record Point(double x, double y, long rows) {
        public String left() {
            return String.format(Locale.ROOT, "%.1f", x);
        }

        public String top() {
            return String.format(Locale.ROOT, "%.1f", y);
        }
    }

    /** @param newestFirst counts; those below 0, of values without rows, are left out */
    static RowsLine of(List<Long> newestFirst) {
        List<Long> counts =
                new ArrayList<>(newestFirst.stream().filter(rows -> rows >= 0).toList());
        Collections.reverse(counts);
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        double step = (WIDTH - 2.0 * EDGE) / Math.max(1, counts.size() - 1);
        List<Point> points = new ArrayList<>();
        for (long rows : counts) {
            double height = (HEIGHT - 2.0 * EDGE) * rows / Math.max(1, most);
            points.add(new Point(EDGE + points.size() * step, HEIGHT - EDGE - height, rows));
        }
        return new RowsLine(most, points);
    }

    /** Whether there is a line to draw. */
    public boolean isLine() {
        return points.size() > 1;
    }

    /** The points as SVG takes them. */
    public String path() {
        return String.join(
                " ",
                points.stream().map(point -> point.left() + "," + point.top()).toList());
    }
}
