package orquesta.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import orquesta.asset.CheckKey;
import orquesta.definition.Pipeline;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.plan.Plan;
import orquesta.relation.Duck;
import orquesta.resource.Resources;
import orquesta.text.Message;
import orquesta.text.UserException;
import orquesta.values.Storage;

/** Carries out a plan: as many steps at once as there are workers, each in a thread, until every step has its last state. */
public final class Executor {
    private final EventLog log;
    private final Storage storage;
    private final Duck duck;
    private final RunListener listener;

    public Executor(EventLog log, Storage storage, Duck duck, RunListener listener) {
        this.log = log;
        this.storage = storage;
        this.duck = duck;
        this.listener = listener;
    }

    private record Ended(Progress step, StepOutcome outcome) {}

    /** Runs to the end and says how it ended. Whatever user code does, this returns; only trouble of ours is thrown. */
    public RunStatus execute(Plan plan, RunSetup setup) {
        Execution execution = new Execution(plan, new Journal(setup.id(), log, listener));
        execution.begin(started(plan, setup));
        StepOutput shared = output(setup, "", 0);
        try (OutputCapture capture = OutputCapture.install(shared);
                ExitWatch watch = ExitWatch.over(execution, capture)) {
            Resources resources = Resources.open(plan.resources(), duck);
            try {
                StepRunner runner = new StepRunner(setup, storage, duck, resources);
                plan.pins().forEach((asset, pin) -> runner.know(asset, pin.value()));
                new Workers(execution, runner, capture, setup, watch).run();
            } finally {
                resources.close();
                resources.closingProblems().forEach(problem -> shared.print(problem + "\n"));
                capture.flush(); // before the end is recorded: whoever sees the end sees all that was printed
            }
            return execution.end(Message.of("run.interrupted"));
        } catch (UserException e) {
            return execution.abandon(Message.of("run.abandoned", e.getMessage()));
        } catch (RuntimeException | Error e) {
            execution.abandon(Message.of("run.abandoned", e.toString()));
            throw e;
        }
    }

    private static Fact.RunStarted started(Plan plan, RunSetup setup) {
        Map<String, Long> pins = new TreeMap<>();
        plan.pins().forEach((asset, pin) -> pins.put(asset.name(), pin.materialization()));
        return new Fact.RunStarted(plan.selection(), setup.job(), setup.date(), pins, setup.owner());
    }

    private StepOutput output(RunSetup setup, String step, int attempt) {
        return new StepOutput(text -> log.log(setup.id(), step, attempt, text), text -> listener.printed(step, text));
    }

    /** The threads of one run, and the loop that feeds them. */
    private final class Workers {
        private final Execution execution;
        private final StepRunner runner;
        private final OutputCapture capture;
        private final RunSetup setup;
        private final ExitWatch watch;
        private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
        private int busy = 0;

        Workers(Execution execution, StepRunner runner, OutputCapture capture, RunSetup setup, ExitWatch watch) {
            this.execution = execution;
            this.runner = runner;
            this.capture = capture;
            this.setup = setup;
            this.watch = watch;
        }

        void run() {
            ExecutorService pool = Executors.newFixedThreadPool(setup.workers(), code -> {
                Thread thread = new Thread(code, "orquesta-step");
                thread.setDaemon(true);
                return thread;
            });
            try {
                while (!execution.isOver()) {
                    for (Progress step : execution.start(setup.workers() - busy)) {
                        busy++;
                        pool.execute(() -> run(step));
                    }
                    execution.ended(await());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                pool.shutdownNow();
            }
        }

        /** Waits for a step to end, and takes all that ended with it. */
        private Map<Progress, StepOutcome> await() throws InterruptedException {
            Map<Progress, StepOutcome> outcomes = new LinkedHashMap<>();
            for (Ended end = ended.take(); end != null; end = ended.poll()) {
                busy--;
                outcomes.put(end.step(), end.outcome());
                if (end.outcome() instanceof StepOutcome.Written written) {
                    runner.know(end.step().key.asset(), written.value());
                }
            }
            return outcomes;
        }

        private void run(Progress step) {
            StepOutput output = output(setup, step.key.text(), step.attempt);
            watch.begins(step.key);
            try {
                ended.add(new Ended(step, capture.during(output, () -> run(step, output))));
            } catch (Exception | Error e) {
                ended.add(new Ended(step, new StepOutcome.Failed(Failures.reason(e))));
            } finally {
                watch.ends();
            }
        }

        private StepOutcome run(Progress step, StepOutput output) {
            Pipeline pipeline = execution.pipeline();
            return step.key instanceof CheckKey check
                    ? runner.run(pipeline.check(check), output)
                    : runner.run(pipeline.graph().definition(step.key.asset()), step.attempt, output);
        }
    }
}
