package orquesta;

import java.util.List;
import orquesta.asset.StepKey;
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

    /** The step of this key, {@code x} or {@code x#check}. */
    public StepRecord step(String key) {
        StepKey wanted = StepKey.parse(key);
        return steps.stream()
                .filter(step -> step.key().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("run " + run.id() + " has no step '" + key + "'; it has "
                                + steps.stream().map(step -> step.key().text()).toList()));
    }
}
