package orquesta.autograder.isolation;

import java.util.List;

/**
 * Where the student's code runs.
 *
 * @param escapes what a program that tried could do from there: {@code files}, {@code network}, {@code processes}, {@code outlives}
 */
public record Isolation(Level level, List<String> escapes) {
    public Isolation {
        escapes = List.copyOf(escapes);
    }
}
