package orquesta.process;

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
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;

/**
 * The threads of one run, whose attempts end with outcomes {@code O}: each attempt has one. An attempt that is to stop is asked to, by its statements and by an
 * interrupt; one that goes on for {@link #GRACE} all the same is left alone, and its place is given to another.
 */
public final class StepThreads<O> implements AutoCloseable {
    public static final Duration GRACE = Duration.ofSeconds(5);

    /** The code of one attempt; never throws. */
    public interface Code<O> {
        O run(Task task, int attempt);
    }

    /**
     * Nobody waits for an attempt any more.
     *
     * @param outcome how it ended; null if it goes on and is left alone
     */
    public record Over<O>(Task task, int attempt, @Nullable O outcome) {}

    private final ExecutorService threads = Executors.newCachedThreadPool(code -> {
        Thread thread = new Thread(code, "orquesta-step");
        thread.setDaemon(true);
        return thread;
    });
    private final Code<O> code;
    /** Stops what a thread waits for outside Java: statements of DuckDB do not hear an interrupt. */
    private final Consumer<Thread> stopper;

    private final BlockingQueue<Attempt<O>> over = new LinkedBlockingQueue<>();
    private final Map<Task, Attempt<O>> running = new LinkedHashMap<>();

    public StepThreads(Code<O> code, Consumer<Thread> stopper) {
        this.code = code;
        this.stopper = stopper;
    }

    /** One attempt, in the thread that it got. */
    private static final class Attempt<O> {
        private final Task task;
        private final int number;
        private Thread thread = Thread.currentThread();
        private @Nullable O outcome;
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
        private synchronized void end(O how) {
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

    public void start(Task task, int number) {
        Attempt<O> attempt = new Attempt<>(task, number);
        running.put(task, attempt);
        threads.execute(() -> {
            attempt.begin();
            attempt.end(code.run(task, number));
            over.add(attempt);
        });
    }

    /** The tasks that have a thread now, also where it is to stop. */
    public Set<Task> tasks() {
        return running.keySet();
    }

    public int count() {
        return running.size();
    }

    /** Waits until an attempt ends or a moment comes, and says of all that ended how they did. */
    public List<Over<O>> await(Duration atMost) throws InterruptedException {
        List<Over<O>> all = new ArrayList<>();
        Attempt<O> first = over.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
        for (Attempt<O> ended = first; ended != null; ended = over.poll()) {
            running.remove(ended.task, ended);
            all.add(new Over<>(ended.task, ended.number, ended.outcome));
        }
        return all;
    }

    /** Asks attempts to stop whose outcome nobody waits for any more; leaves alone those that did not hear. */
    public List<Over<O>> supervise(Predicate<Task> isWanted, Instant now) {
        List<Over<O>> abandoned = new ArrayList<>();
        for (Attempt<O> attempt : List.copyOf(running.values())) {
            if (isWanted.test(attempt.task)) {
                continue;
            }
            if (attempt.stopBy.equals(Instant.MAX)) {
                attempt.stopBy = now.plus(GRACE);
            } else if (!now.isBefore(attempt.stopBy)) {
                running.remove(attempt.task, attempt);
                abandoned.add(new Over<>(attempt.task, attempt.number, null));
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
