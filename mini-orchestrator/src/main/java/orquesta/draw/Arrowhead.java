package orquesta.draw;

/**
 * Where an edge arrives. It is a shape of its own, not a marker: a marker is found by its id, and several pictures stand in
 * one page of a notebook.
 */
final class Arrowhead {
    /** The line ends here before the tip, which it would blunt. */
    static final int LINE_ENDS = 8;

    private static final int LENGTH = 10;
    private static final int HALF = 5;

    private static final Stencil SHAPE = Stencil.of("<path class=\"arrow\" d=\"M%s %s L%s %s L%s %s Z\"/>\n");

    private Arrowhead() {}

    /** One that comes from the left and has its tip here. */
    static String at(int x, int y) {
        StringBuilder arrow = new StringBuilder();
        SHAPE.fill(arrow, x, y, x - LENGTH, y - HALF, x - LENGTH, y + HALF);
        return arrow.toString();
    }
}
