package orquesta.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetDefinition;
import orquesta.event.State;
import orquesta.text.Problem;

/**
 * The home of a pipeline: its graph, what to run, what ran.
 *
 * @param graph SVG that was made here; empty as long as no version of the definitions is good
 * @param launch what the button would start
 * @param assets all that there are, in the order of the graph
 * @param command runs everything from a shell
 * @param before runs older than this are on the next page of the list; 0 if there are none
 */
public record HomePage(
        Look look,
        String pipeline,
        Optional<String> graph,
        Choice choice,
        Launch launch,
        List<AssetDefinition> assets,
        List<RunLine> runs,
        long before,
        Condition condition,
        Known known,
        String command) {

    /**
     * What the selection picks.
     *
     * @param text as it was typed
     * @param count how many assets of how many ({@code total})
     * @param example what to explain selections with: an asset, then what is put together of names of this graph; empty if
     *     there is no graph
     */
    public record Choice(
            String text, int count, int total, List<Problem> problems, List<Job> jobs, List<String> example) {}

    /** A job of the pipeline, and the selection that it stands for. */
    public record Job(String name, String selection) {}

    /**
     * How things stand.
     *
     * @param broken what is wrong with the files as they are now
     * @param refused why a run that was asked for did not start
     * @param runs what the thread of this process does
     */
    public record Condition(List<Problem> broken, List<Problem> refused, Doing runs) {}

    /** What the signs in the list of runs stand for. */
    public List<State> states() {
        return RunLine.states(runs);
    }

    /** What the line below the box says in place of how much is picked. */
    public List<Problem> told() {
        return condition.refused().isEmpty() ? choice.problems() : condition.refused();
    }

    /** The version of the files for which a run was refused; another one, without a mistake, makes that old. */
    public @Nullable String refusedFor() {
        return condition.refused().isEmpty() ? null : known.version();
    }

    /** Whether the button can start something now. */
    public boolean canRun() {
        return graph.isPresent() && !condition.runs().busy();
    }
}
