package orquesta.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.plan.Plan;
import orquesta.process.ExitWatch;
import orquesta.process.Failures;
import orquesta.process.FastClock;
import orquesta.process.OutputCapture;
import orquesta.process.RunLock;
import orquesta.process.StepOutput;
import orquesta.process.StepThreads;
import orquesta.relation.Duck;
import orquesta.resource.Resources;
import orquesta.text.Message;
import orquesta.text.UserException;
import orquesta.values.InputValues;
import orquesta.values.Storage;

/** Carries out a plan: as many tasks at once as there are workers, each in a thread, until every task has its last state. */
public final class Executor {
    /** How soon a run hears of a request to stop from another process. */
    private static final Duration HEARS = Duration.ofMillis(200);
    /** How soon a task that another run holds asks again. */
    private static final Duration ASKS_AGAIN = Duration.ofMillis(50);

    private final EventLog log;
    private final Storage storage;
    private final Duck duck;
    private final Clock clock;
    private final RunListener listener;

    /** @param clock the time by which attempts are late and retries are due */
    public Executor(EventLog log, Storage storage, Duck duck, Clock clock, RunListener listener) {
        this.log = log;
        this.storage = storage;
        this.duck = duck;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Runs to the end. Whatever user code does, this returns; only trouble of ours is thrown.
     *
     * @param holds is told of a run that stands in the way: if its process is gone, it must be brought to its end
     * @return false if nothing was done, since the tick that starts the run has started another, or values are gone that it would read
     */
    public boolean execute(Plan plan, RunSetup setup, Consumer<RunId> holds) {
        RunJournal journal = new RunJournal(setup.id(), plan, log, clock, listener);
        journal.onHeld(holds);
        if (!journal.begin(setup)) {
            return false;
        }
        StepOutput shared = output(setup, null, 0);
        if (setup.anew()) {
            shared.print(Message.of("run.anew") + "\n");
        }
        try (OutputCapture.Lease capture = OutputCapture.join(shared);
                ExitWatch.Watched watch = ExitWatch.over(journal, capture)) {
            Duck timed = duck.at(setup::time);
            Resources resources = Resources.open(plan.resources(), timed);
            Message interrupted;
            try {
                Storage stored = storage.forRun(plan, resources, timed);
                StepRunner runner =
                        new StepRunner(setup, plan, stored, timed, new InputValues(plan, stored, resources));
                interrupted = new Loop(setup, journal, runner, capture, watch).run();
            } finally {
                resources.close();
                resources.closingProblems().forEach(problem -> shared.print(problem + "\n"));
                capture.flush(); // before the end is recorded: whoever sees the end sees all that was printed
            }
            journal.take(new Signal.AllDone(interrupted));
        } catch (UserException e) {
            if (e.getCause() != null) {
                shared.trace(Failures.trace(e.getCause())); // where in the user's code: only the log has room for it
            }
            journal.take(new Signal.CannotGoOn(Message.of("run.abandoned", e.getMessage())));
        } catch (RuntimeException | Error e) {
            journal.take(new Signal.CannotGoOn(Message.of("run.abandoned", e.toString())));
            throw e;
        }
        return true;
    }

    private StepOutput output(RunSetup setup, @Nullable Task task, int attempt) {
        String name = task == null ? "" : task.text();
        return new StepOutput(text -> log.log(setup.id(), task, attempt, text), text -> listener.printed(name, text));
    }

    /** The loop of one run: starts what is ready, waits for what ends, and for what time alone brings. */
    private final class Loop {
        private final RunSetup setup;
        private final RunJournal journal;
        private final StepRunner runner;
        private final OutputCapture.Lease capture;
        private final ExitWatch.Watched watch;
        private long heard = System.nanoTime();

        Loop(
                RunSetup setup,
                RunJournal journal,
                StepRunner runner,
                OutputCapture.Lease capture,
                ExitWatch.Watched watch) {
            this.setup = setup;
            this.journal = journal;
            this.runner = runner;
            this.capture = capture;
            this.watch = watch;
        }

        /** Returns why what has not ended by then is cancelled. */
        Message run() {
            Message interrupted = Message.of("run.interrupted");
            try (StepThreads<StepOutcome> attempts = new StepThreads<>(this::attempt, duck::stop)) {
                try {
                    while (!journal.isOver() || attempts.count() > 0) {
                        take(List.of(new Signal.TimePassed()), attempts);
                        take(signals(attempts.supervise(this::isWanted, journal.now())), attempts);
                        take(signals(attempts.await(patience())), attempts);
                        hear();
                    }
                } catch (InterruptedException e) {
                    journal.take(new Signal.AllDone(interrupted));
                    Thread.currentThread().interrupt();
                }
            }
            return interrupted;
        }

        private static List<Signal> signals(List<StepThreads.Over<StepOutcome>> attempts) {
            return attempts.stream().map(Loop::signal).toList();
        }

        private static Signal signal(StepThreads.Over<StepOutcome> over) {
            return over.outcome() == null
                    ? new Signal.StillRunning(over.task(), over.attempt())
                    : new Signal.Ended(over.task(), over.attempt(), over.outcome());
        }

        /** Now and then, not after each step: it asks the store. */
        private void hear() {
            if (System.nanoTime() - heard > HEARS.toNanos()) {
                heard = System.nanoTime();
                journal.hear();
            }
        }

        /** Once the run has ended the whole process does: nothing is stopped any more. */
        private boolean isWanted(Task task) {
            return journal.of(task).isRunning() || journal.hasEnded();
        }

        private Duration patience() {
            Duration atMost = journal.isHeld() ? ASKS_AGAIN : HEARS;
            Instant now = journal.now();
            Instant wake = journal.nextWake(now.plus(FastClock.virtual(clock, atMost)));
            return FastClock.real(clock, Duration.between(now, wake));
        }

        private void take(List<Signal> signals, StepThreads<StepOutcome> attempts) throws InterruptedException {
            Set<Task> delivering = new LinkedHashSet<>();
            for (Event event : journal.take(signals, setup.workers() - attempts.count(), attempts.tasks())) {
                Task task = event.task();
                if (task == null) {
                    continue;
                }
                if (event.fact() instanceof Fact.Materialized written) {
                    runner.know(task, written.value());
                } else if (event.fact().begins()) {
                    attempts.start(task, event.attempt());
                }
                if (journal.isToPromise(task.judged())) {
                    delivering.add(task.judged());
                }
            }
            for (Task asset : delivering) {
                RunLock alone = RunLock.forDelivery(setup.home());
                try {
                    deliver(asset, journal.of(asset).value());
                } finally {
                    alone.close();
                }
            }
        }

        /** From the promise on nobody but us removes the files: a crash after publishing must find them. */
        private void deliver(Task asset, Materialization written) {
            try {
                storage.promise(written);
            } catch (UserException e) {
                journal.take(new Signal.Undeliverable(asset, Failures.reason(e)));
                return;
            }
            journal.take(new Signal.Promised(asset));
            if (written.delivery() == null) {
                return;
            }
            try {
                storage.deliver(written);
                journal.take(new Signal.Delivered(asset));
            } catch (IOException e) {
                journal.take(new Signal.Undeliverable(asset, Message.of("step.undelivered", e.toString())));
            }
        }

        private StepOutcome attempt(Task task, int number) {
            StepOutput output = output(setup, task, number);
            watch.begins(task);
            try {
                StepOutcome outcome = capture.during(output, () -> call(task, number, output));
                if (outcome instanceof StepOutcome.Written && !journal.counts(task, number)) {
                    storage.discard(setup.id(), task, number); // it was given up meanwhile: nobody will read it
                }
                return outcome;
            } catch (Exception | Error e) {
                return new StepOutcome.Failed(Failures.reason(e));
            } finally {
                watch.ends();
            }
        }

        private StepOutcome call(Task task, int number, StepOutput output) {
            Optional<Pin> done = journal.doneElsewhere(task);
            if (done.isPresent()) {
                runner.know(task, done.get().value());
                return new StepOutcome.Elsewhere(
                        State.REUSED, Message.of("step.reused", done.get().run()));
            }
            return journal.failedBeside(task).orElseGet(() -> runner.run(task, number, output));
        }
    }
}
