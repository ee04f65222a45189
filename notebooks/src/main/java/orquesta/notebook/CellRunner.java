package orquesta.notebook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/**
 * Runs the code of cells within one time limit for the whole cell, on a thread of its own. Java cannot end a thread that
 * does not listen: a cell that goes on after it was stopped is left behind, and the next cell says so.
 */
final class CellRunner {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Supplier<Duration> limits;
    private final List<Message> notes = new ArrayList<>();
    private final ClassLoader loader;
    private final List<CellTask<?>> leftBehind = new ArrayList<>();
    private ExecutorService worker;
    private volatile @Nullable CellTask<?> running;
    private Duration limit = Duration.ZERO;
    private long deadline;
    private String cell = "";

    /** @param limits what a cell may take that begins now */
    CellRunner(Supplier<Duration> limits, ClassLoader loader) {
        this.limits = limits;
        this.loader = loader;
        this.worker = newWorker();
    }

    /** Whether a cell runs, so that what is evaluated now is evaluated by its code and belongs to it. */
    boolean insideCell() {
        return running != null;
    }

    /** Keeps sentences for the next cell, since there is no place to show them now. */
    void tellInNextCell(List<Message> sentences) {
        notes.addAll(sentences);
    }

    /** Starts the clock of a cell; tells, once, of each stopped cell that still keeps a processor core busy. */
    List<Message> begin(String source) {
        List<CellTask<?>> busy = leftBehind.stream().filter(CellTask::usesCore).toList();
        leftBehind.removeIf(task -> task.hasEnded() || busy.contains(task));
        busy.forEach(task -> notes.add(Message.of("kernel.left_behind", task.cell())));
        cell = source.strip().lines().findFirst().orElse("");
        limit = limits.get();
        deadline = System.nanoTime() + limit.toNanos();
        List<Message> told = List.copyOf(notes);
        notes.clear();
        return told;
    }

    <T> T call(Callable<T> code) throws Exception {
        if (insideCell()) {
            return code.call();
        }
        CellTask<T> task = new CellTask<>(cell, code);
        running = task;
        worker.execute(task);
        try {
            return task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw leave(task, Message.of("kernel.limit", limit.toSeconds()));
        } catch (CancellationException e) {
            throw leave(task, Message.of("kernel.interrupted"));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            running = null;
        }
    }

    /** Stops the running cell, at the user's wish; called from another thread than {@link #call}. */
    void interrupt() {
        CellTask<?> task = running;
        if (task != null) {
            task.cancel(true);
        }
    }

    private CellStopped leave(CellTask<?> task, Message why) throws InterruptedException {
        if (!task.endsWithin(GRACE)) {
            leftBehind.add(task);
            worker.shutdown();
            worker = newWorker();
        }
        return new CellStopped(why);
    }

    private ExecutorService newWorker() {
        return Executors.newSingleThreadExecutor(code -> {
            Thread thread = new Thread(code, "cell");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }
}
