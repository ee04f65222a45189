package orquesta.demo;

import java.util.ArrayList;
import java.util.List;

/** Sentences in a terminal, broken between words. */
final class EightyColumns {
    static final int WIDTH = 80;

    private EightyColumns() {}

    /**
     * The lines of a text, without their ends.
     *
     * @param first before the first word
     * @param next before the first word of each further line
     */
    static List<String> wrapped(String first, String next, Object text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        int empty = first.length();
        for (String word : text.toString().split(" ")) {
            if (line.length() > empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                empty = next.length();
            }
            line.append(line.length() > empty ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
