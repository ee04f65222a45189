package orquesta.definition;

import java.util.List;
import orquesta.asset.Names;
import orquesta.selection.Selection;

/** A named part of the graph, to be run as one. */
public record Job(String name, Selection selection) {
    public Job {
        Names.requireKey("job", name);
    }

    /** Begins a job; {@link Named#select} ends it. */
    public static Named named(String name) {
        return new Named(name);
    }

    /** A job that does not yet say what it runs. */
    public record Named(String name) {
        /** What the job runs, in the grammar of selections; several are a union. */
        public Job select(String... selections) {
            return new Job(name, Selection.parse(List.of(selections)));
        }
    }
}
