package orquesta.load;

import java.util.List;

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

    /** The lines of the code, from {@link #first}. */
    public List<String> lines() {
        return code.lines().toList();
    }
}
