package orquesta.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a step is written.
 *
 * @param file its name: {@code Ventas.java}
 * @param line where the method is named
 * @param first the line of its first annotation, with which the code begins
 * @param code the method, to its last brace
 */
public record SourcePlace(String file, int line, int first, String code) {
    /** File and line: {@code Ventas.java:97} */
    public String at() {
        return at(line);
    }

    /** Another line of the same file. */
    public String at(int other) {
        return file + ":" + other;
    }

    /**
     * The line that holds a text which a database quotes, cut with {@code ...} where it is long; the one that names the
     * method unless exactly one does.
     */
    public int lineWith(String quoted) {
        String part = quoted.replaceAll("^\\.{3}|\\.{3}$", "").strip();
        List<String> lines = lines();
        int[] found = IntStream.range(0, lines.size())
                .filter(at -> !part.isEmpty() && lines.get(at).contains(part))
                .toArray();
        return found.length == 1 ? first + found[0] : line;
    }

    /** The lines of the code, from {@link #first}. */
    public List<String> lines() {
        return code.lines().toList();
    }
}
