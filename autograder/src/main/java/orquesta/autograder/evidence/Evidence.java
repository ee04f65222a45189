package orquesta.autograder.evidence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Outcome;

/** What one call of the student's method did. */
public sealed interface Evidence {
    /** It returned this, and the input list was that afterwards; columns are named where rows are no records. */
    record Table(List<String> columns, List<List<Value>> rows, List<List<Value>> inputAfter) implements Evidence {}

    /**
     * It threw.
     *
     * @param message may be empty
     */
    record Threw(String type, String message, Optional<Place> place) implements Evidence {}

    /** A method of any signature returned this, and its arguments were those afterwards. */
    record Returned(Outcome.Returned outcome, List<@Nullable Object> after) implements Evidence {}

    /** A method of any signature threw. */
    record Failed(String type, Outcome.Threw outcome, Optional<Place> place) implements Evidence {}

    /** It returned null (empty), or something of this class. */
    record NoList(String type) implements Evidence {}

    /** There is no such class or method, or it cannot be called. */
    record NoEntry(String what) implements Evidence {}

    /** There is no answer to this call. */
    record Ended(Ending how, Optional<Place> place) implements Evidence {}

    /** A line of the student's: {@code Limpieza.java:12}. */
    record Place(String file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** Why there is no answer. */
    enum Ending {
        /** The code stopped the JVM. */
        STOPPED,
        OUT_OF_MEMORY,
        TOO_SLOW,
        /** It printed without end. */
        FLOOD,
        TOO_MANY_THREADS,
        TOO_MANY_PROCESSES,
        /** The answer has more rows or bytes than we read. */
        TOO_LONG,
        /** Something else than an answer came. */
        BROKEN,
        /** The calls before have used up the time of all. */
        NO_TIME_LEFT;

        /** It went on until it was stopped: the code was at some line, and a call more would take as long. */
        public boolean isEndless() {
            return this == TOO_SLOW || this == FLOOD;
        }
    }
}
