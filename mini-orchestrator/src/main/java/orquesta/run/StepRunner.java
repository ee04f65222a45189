package orquesta.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckKey;
import orquesta.asset.CheckResult;
import orquesta.asset.Need;
import orquesta.asset.RetryPolicy;
import orquesta.asset.StepFunction;
import orquesta.asset.Task;
import orquesta.definition.Pipeline;
import orquesta.event.Materialization;
import orquesta.plan.Plan;
import orquesta.plan.TaskGraph;
import orquesta.process.Failures;
import orquesta.process.StepOutput;
import orquesta.relation.Duck;
import orquesta.text.Message;
import orquesta.text.UserException;
import orquesta.values.Evaluation;
import orquesta.values.InputValues;
import orquesta.values.Storage;
import orquesta.values.ValueId;

/**
 * Runs the code of one step: reads its inputs, calls it, writes what it returns or evaluates its verdict. The one place
 * where user code is called, so that whatever it throws becomes the step's failure and nobody else's.
 */
final class StepRunner {
    private final RunSetup setup;
    private final Storage storage;
    private final Duck duck;
    private final InputValues inputs;
    private final Pipeline pipeline;
    private final TaskGraph tasks;

    StepRunner(RunSetup setup, Plan plan, Storage storage, Duck duck, InputValues inputs) {
        this.pipeline = plan.pipeline();
        this.tasks = new TaskGraph(plan.tasks());
        this.setup = setup;
        this.storage = storage;
        this.duck = duck;
        this.inputs = inputs;
    }

    /** Makes a value known to the steps that read it: one written in this run. */
    void know(Task task, Materialization value) {
        inputs.know(task, value);
    }

    StepOutcome run(Task task, int attempt, StepOutput output) {
        return task.step() instanceof CheckKey check
                ? judge(task, pipeline.check(check), output)
                : compute(task, pipeline.graph().definition(task.asset()), attempt, output);
    }

    private StepOutcome compute(Task task, AssetDefinition asset, int attempt, StepOutput output) {
        StepRun run = new StepRun(setup, output);
        return guarded(run, tasks.of(task).effort().retries(), output, () -> {
            Object value = call(task, asset.function(), asset.needs(), run);
            run.requireNotSkipped();
            inputs.requireSame(task, asset.needs(), value);
            ValueId id = new ValueId(setup.id(), task, attempt);
            return new StepOutcome.Written(with(run.facts(), storage.write(value, asset.returns(), id)));
        });
    }

    private StepOutcome judge(Task task, CheckDefinition check, StepOutput output) {
        StepRun run = new StepRun(setup, output);
        return guarded(run, RetryPolicy.NONE, output, () -> {
            Object verdict = call(task, check.function(), check.needs(), run);
            run.requireNotSkipped();
            if (verdict instanceof CheckResult result) {
                return new StepOutcome.Judged(Evaluation.of(result, check.blocking(), duck));
            }
            return new StepOutcome.Failed(Message.of(verdict == null ? "check.null" : "check.no_result"));
        });
    }

    /** The boundary: nothing that user code throws gets past it. A skip counts wherever it was asked for, also if it was caught. */
    private static StepOutcome guarded(
            StepRun run, RetryPolicy retries, StepOutput output, Callable<StepOutcome> code) {
        try {
            return code.call();
        } catch (Throwable thrown) {
            if (run.skipped() != null) {
                return new StepOutcome.Skipped(run.skipped());
            }
            if (!(thrown instanceof UserException)) {
                output.trace(Failures.trace(thrown));
            }
            return new StepOutcome.Failed(Failures.reason(thrown), retries.isPermanent(thrown));
        }
    }

    private @Nullable Object call(Task task, StepFunction function, List<Need> needs, StepRun run) throws Exception {
        Object value = function.apply(inputs.of(task, needs, run));
        Thread.interrupted(); // a mark that user code left on the thread would close the files that we write next
        return value;
    }

    private static Materialization with(Map<String, Object> facts, Materialization value) {
        return new Materialization(
                value.form(), value.location(), value.contents(), value.hash(), facts, value.delivery());
    }
}
