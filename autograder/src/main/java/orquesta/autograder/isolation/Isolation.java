package orquesta.autograder.isolation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.text.UserException;

/**
 * Where the student's code runs.
 *
 * @param escapes what a program that tried could do from there: {@code files}, {@code network}, {@code processes}, {@code outlives}
 */
public record Isolation(Level level, List<String> escapes) {
    public Isolation {
        escapes = List.copyOf(escapes);
    }

    /**
     * Refuses to let strangers' code run here: below what is asked for; and as root below name spaces, where any answer
     * could write into the system's own files, the JDK that its neighbours run on among them.
     */
    public void requireFitForStrangers(@Nullable Level least, boolean root) {
        requireAtLeast(least);
        if (root && level != Level.NAMESPACES) {
            throw new UserException("", "batch.root", level.code());
        }
    }

    /** Refuses less than is asked for; asked for nothing, any level will do. */
    public void requireAtLeast(@Nullable Level least) {
        if (least != null && level.compareTo(least) < 0) {
            throw new UserException("--require-isolation", "batch.isolation", least.code(), level.code());
        }
    }
}
