package orquesta.values;

import orquesta.asset.Task;
import orquesta.event.RunId;

/**
 * What a value is known by before anybody may read it: the attempt that writes it.
 *
 * @param task the asset, and its partition if it has one
 * @param attempt which try of its run, from 1
 */
public record ValueId(RunId run, Task task, int attempt) {
    /** A path of its own below a folder of values: pipeline, asset, partition if there is one, run and attempt. */
    String folder() {
        String asset =
                task.partition().isEmpty() ? task.asset().name() : task.asset().name() + "/" + task.partition();
        return run.pipeline() + "/" + asset + "/" + run.number() + "-" + attempt;
    }
}
