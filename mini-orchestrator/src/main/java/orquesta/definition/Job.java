package orquesta.definition;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Effort;
import orquesta.asset.RetryPolicy;
import orquesta.selection.Selection;

/**
 * A named part of the graph, to be run as one.
 *
 * @param selections what it runs, in the grammar of selections, read when definitions are validated; several are a union
 * @param effort how hard its runs try to compute an asset that says nothing itself
 * @param timeout how long one of its runs may take; null without a limit
 * @param profile the profile of the pipeline that its runs are in, unless whoever starts one names another; empty for none
 */
public record Job(
        String name,
        List<String> selections,
        Effort effort,
        @Nullable Duration timeout,
        String profile) {
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

    /** Assets that say nothing themselves begin again after a failure, as the policy says. */
    public Job retries(RetryPolicy policy) {
        return new Job(name, selections, effort.retries(policy), timeout, profile);
    }

    /** Ends a run that takes longer than this. */
    public Job timeout(Duration limit) {
        return new Job(name, selections, effort, limit, profile);
    }

    /** Assets that name no pool take a place of this one. */
    public Job pool(String pool) {
        return new Job(name, selections, effort.pool(pool), timeout, profile);
    }

    /** Its runs are in a profile of the pipeline: with its resources and its places of values. {@code --profile} wins. */
    public Job profile(String name) {
        return new Job(this.name, selections, effort, timeout, name);
    }

    /** A job that does not yet say what it runs. */
    public record Named(String name) {
        /** What the job runs, in the grammar of selections; several are a union. */
        public Job select(String... selections) {
            return new Job(name, List.of(selections), Effort.PLAIN, null, "");
        }
    }
}
