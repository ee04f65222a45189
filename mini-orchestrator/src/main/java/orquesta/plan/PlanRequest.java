package orquesta.plan;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Effort;
import orquesta.asset.Task;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.partition.PartitionChoice;
import orquesta.selection.Selection;
import orquesta.text.Message;

/**
 * What a plan is asked for.
 *
 * @param defaults how hard to try where an asset says nothing
 * @param partitions those that are asked for
 * @param done what an earlier run had done already; null for a run from the beginning
 */
public record PlanRequest(
        Selection selection,
        Effort defaults,
        PartitionChoice partitions,
        @Nullable Done done) {
    /** Everything that is selected, from the beginning, at a moment. */
    public static PlanRequest of(Selection selection, Instant now) {
        return new PlanRequest(selection, Effort.PLAIN, PartitionChoice.none(now), null);
    }

    /**
     * What a run had done.
     *
     * @param values for each task that need not be computed again its value; for a check the value that it judged
     * @param gone why other tasks must be computed again that it had done
     */
    public record Done(RunId run, Map<Task, Pin> values, Map<Task, Message> gone) {}

    /** Why a task is computed: as it was selected, unless it had been done and its value is gone. */
    Message why(Task task, Message selected) {
        return done == null ? selected : done.gone.getOrDefault(task, selected);
    }

    /** The value of a task that need not be computed again. */
    Optional<Pin> valueOf(Task task) {
        return done == null ? Optional.empty() : Optional.ofNullable(done.values.get(task));
    }

    /** The run that had done this task already; null if it must be done now. */
    @Nullable
    RunId doneBy(Task task) {
        return done != null && done.values.containsKey(task) ? done.run : null;
    }
}
