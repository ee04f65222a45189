package orquesta;

import java.util.List;
import orquesta.asset.Task;
import orquesta.definition.Pipeline;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.StepRecord;

/** How a run ended: the run, each of its steps, and the pipeline that it was a run of. */
public record RunResult(RunRecord run, List<StepRecord> steps, Pipeline pipeline) {
    /** The exit code of a command: a run that came back cancelled was not stopped from the keyboard, which ends the process. */
    public int exit() {
        return run.status() == RunStatus.CANCELLED ? 1 : run.status().exit();
    }

    /** The step of this key, {@code x}, {@code x#check} or {@code x@partition}. */
    public StepRecord step(String key) {
        Task wanted = Task.parse(key);
        return steps.stream()
                .filter(step -> step.task().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("run " + run.id() + " has no step '" + key + "'; it has "
                                + steps.stream().map(step -> step.task().text()).toList()));
    }
}
