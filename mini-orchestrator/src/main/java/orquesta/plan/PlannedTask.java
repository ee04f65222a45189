package orquesta.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Effort;
import orquesta.asset.Task;
import orquesta.event.RunId;
import orquesta.text.Message;

/**
 * One task of a plan.
 *
 * @param waitsFor the tasks of the plan whose values it reads: an asset waits until each is published, a check until each is
 *     written
 * @param blocking whether its asset stays unpublished unless it passes; true for assets, which nothing asks
 * @param wave how many tasks must have run before it at least: those of one wave can run side by side
 * @param why how it came into the plan
 * @param reused the run that had computed it already; null if it is computed now
 */
public record PlannedTask(
        Task task,
        List<Task> waitsFor,
        boolean blocking,
        Effort effort,
        int wave,
        Message why,
        @Nullable RunId reused) {
    public PlannedTask {
        waitsFor = List.copyOf(waitsFor);
    }

    /** A task that is computed, with one attempt. */
    public PlannedTask(Task task, List<Task> waitsFor, boolean blocking, int wave, Message why) {
        this(task, waitsFor, blocking, Effort.PLAIN, wave, why, null);
    }
}
