package orquesta.notebook;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Code of a cell on its way: unlike a plain future it knows, once cancelled, whether the code really ended. */
class CellTask<T> extends FutureTask<T> {
    private static final Duration SAMPLE = Duration.ofMillis(200);
    /** On a busy machine code that computes may stand in the processors' queue for so long. */
    private static final Duration QUEUE = Duration.ofSeconds(3);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final String cell;
    private volatile @Nullable Thread thread;
    private boolean looked = false;

    CellTask(String cell, Callable<T> code) {
        super(code);
        this.cell = cell;
    }

    /** The first line of the cell. */
    String cell() {
        return cell;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            super.run();
        } finally {
            thread = null;
            ended.countDown();
        }
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Whether the code computes, rather than waits, at this moment. Java calls what waits outside of it, for a file or the
     * network, runnable, too: for that the first look alone is patient.
     */
    boolean usesCore() {
        Thread at = thread;
        if (at == null) {
            return false;
        }
        try {
            long before = cpuTime(at);
            long begun = System.nanoTime();
            Duration patience = looked ? SAMPLE : QUEUE;
            looked = true;
            boolean used = false;
            boolean ended = false;
            do {
                ended = endsWithin(SAMPLE);
                used = cpuTime(at) - before > SAMPLE.toNanos() / 50;
            } while (!ended && !used && isRunnable(at) && System.nanoTime() - begun < patience.toNanos());
            return !ended && used;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRunnable(Thread thread) {
        return thread.getState() == Thread.State.RUNNABLE;
    }

    /** How long the processors have worked for a thread, in nanoseconds. */
    long cpuTime(Thread at) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(at.getId());
    }
}
