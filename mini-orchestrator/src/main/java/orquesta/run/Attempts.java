package orquesta.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import orquesta.asset.Task;

/**
 * The threads of one run: each attempt has one. An attempt that is to stop is asked to, by its statements and by an
 * interrupt; one that goes on for {@link #GRACE} all the same is left alone, and its place is given to another.
 */
final class Attempts implements AutoCloseable {
    static final Duration GRACE = Duration.ofSeconds(5);

    /** The code of one attempt; never throws. */
    interface Code {
        StepOutcome run(Task task, int attempt);
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(code -> {
        Thread thread = new Thread(code, "orquesta-step");
        thread.setDaemon(true);
        return thread;
    });
    private final Code code;
    /** Stops what a thread waits for outside Java: statements of DuckDB do not hear an interrupt. */
    private final Consumer<Thread> stopper;

    private final BlockingQueue<Attempt> over = new LinkedBlockingQueue<>();
    private final Map<Task, Attempt> running = new LinkedHashMap<>();

    Attempts(Code code, Consumer<Thread> stopper) {
        this.code = code;
        this.stopper = stopper;
    }

    /** One attempt, in the thread that it got. */
    private static final class Attempt {
        private final Task task;
        private final int number;
        private Thread thread = Thread.currentThread();
        private StepOutcome outcome = new StepOutcome.Skipped("");
        private boolean begun = false;
        private boolean ended = false;
        private Instant stopBy = Instant.MAX;

        private Attempt(Task task, int number) {
            this.task = task;
            this.number = number;
        }

        private synchronized void begin() {
            thread = Thread.currentThread();
            begun = true;
        }

        /** From here on nobody interrupts the thread for this attempt. */
        private synchronized void end(StepOutcome how) {
            outcome = how;
            ended = true;
            Thread.interrupted();
        }

        private synchronized void stop(Consumer<Thread> stopper) {
            if (begun && !ended) {
                stopper.accept(thread);
                thread.interrupt();
            }
        }
    }

    void start(Task task, int number) {
        Attempt attempt = new Attempt(task, number);
        running.put(task, attempt);
        threads.execute(() -> {
            attempt.begin();
            attempt.end(code.run(task, number));
            over.add(attempt);
        });
    }

    /** The tasks that have a thread now, also where it is to stop. */
    Set<Task> tasks() {
        return running.keySet();
    }

    int count() {
        return running.size();
    }

    /** Waits until an attempt ends or a moment comes, and says of all that ended how they did. */
    List<Signal> await(Duration atMost) throws InterruptedException {
        List<Signal> signals = new ArrayList<>();
        Attempt first = over.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        for (Attempt ended = first; ended != null; ended = over.poll()) {
            running.remove(ended.task, ended);
            signals.add(new Signal.Ended(ended.task, ended.number, ended.outcome));
        }
        return signals;
    }

    /** Asks attempts to stop whose outcome nobody waits for any more; leaves alone those that did not hear. */
    List<Signal> supervise(Predicate<Task> isWanted, Instant now) {
        List<Signal> abandoned = new ArrayList<>();
        for (Attempt attempt : List.copyOf(running.values())) {
            if (isWanted.test(attempt.task)) {
                continue;
            }
            if (attempt.stopBy.equals(Instant.MAX)) {
                attempt.stopBy = now.plus(GRACE);
            } else if (!now.isBefore(attempt.stopBy)) {
                running.remove(attempt.task, attempt);
                abandoned.add(new Signal.StillRunning(attempt.task, attempt.number));
                continue;
            }
            attempt.stop(stopper); // again and again: the next statement must not start
        }
        return abandoned;
    }

    /** Whoever still runs is asked to stop, and is not waited for. */
    @Override
    public void close() {
        running.values().forEach(attempt -> attempt.stop(stopper));
        threads.shutdownNow();
    }
}
