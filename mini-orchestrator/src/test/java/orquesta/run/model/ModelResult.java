package orquesta.run.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a run ended.
 *
 * @param states the final state of each step, in the words of the rules; an asset by its name, a check as {@code
 *     asset#check}
 * @param status the run's status: {@code ok}, {@code warned}, {@code blocked}, {@code timed_out} or {@code failed}
 * @param exit the exit code of the command: 0, 1 or 3
 */
public record ModelResult(SortedMap<String, String> states, String status, int exit) {
    /** Keeps a copy. */
    public ModelResult {
        states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    }
}
