package orquesta.autograder.isolation;

import java.util.Locale;

/** How far the student's code is kept apart, from weakest to strongest. */
public enum Level {
    /** A process of its own: limits of the JVM, time, killed with its children. */
    PROCESS,
    /** The same, with the system's limits on file size, open files, core dumps and CPU. */
    LIMITS,
    /** The same, in name spaces of its own: sees the JDK and its own classes, no network, no other process; killed whole. */
    NAMESPACES;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
