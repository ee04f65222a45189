package orquesta.event;

import java.util.Optional;
import orquesta.asset.Task;

/** How the tasks of one pipeline stand: all that a plan asks a home. */
public interface TaskHistory {
    /** What readers see of a task of an asset now; empty if nothing is published. */
    Optional<Pin> published(Task task);

    /** The event that materialized it; 0 if nothing is published. */
    default long written(Task task) {
        return published(task).map(Pin::materialization).orElse(0L);
    }

    /** Whether an attempt at it failed since the newest that was published. */
    default boolean failed(Task task) {
        return false;
    }
}
