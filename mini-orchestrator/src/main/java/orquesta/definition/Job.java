package orquesta.definition;

import java.util.List;
import orquesta.selection.Selection;

/**
 * A named part of the graph, to be run as one.
 *
 * @param selections what it runs, in the grammar of selections, read when definitions are validated; several are a union
 */
public record Job(String name, List<String> selections) {
    public Job {
        selections = List.copyOf(selections);
    }

    /** Begins a job; {@link Named#select} ends it. */
    public static Named named(String name) {
        return new Named(name);
    }

    /** What it runs; text that cannot be read is an error. */
    public Selection selection() {
        return Selection.parse(selections);
    }

    /** A job that does not yet say what it runs. */
    public record Named(String name) {
        /** What the job runs, in the grammar of selections; several are a union. */
        public Job select(String... selections) {
            return new Job(name, List.of(selections));
        }
    }
}
