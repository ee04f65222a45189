package orquesta.draw;

import java.util.List;

/** Markup with gaps ({@code %s}), cut at them once: a format of the JDK is read anew each time that it is filled. */
record Stencil(List<String> pieces) {
    static Stencil of(String markup) {
        return new Stencil(List.of(markup.split("%s", -1)));
    }

    /** Appends the markup; there must be as many values as gaps. */
    void fill(StringBuilder out, Object... values) {
        out.append(pieces.get(0));
        for (int gap = 0; gap < values.length; gap++) {
            out.append(values[gap]).append(pieces.get(gap + 1));
        }
    }
}
