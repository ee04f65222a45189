package orquesta.notebook;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Code of a cell on its way: unlike a plain future it knows, once cancelled, whether the code really ended. */
final class CellTask<T> extends FutureTask<T> {
    private static final Duration SAMPLE = Duration.ofMillis(200);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final String cell;
    private volatile @Nullable Thread thread;

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

    /** Whether the code computes, rather than waits, at this moment. */
    boolean usesCore() {
        Thread at = thread;
        if (at == null) {
            return false;
        }
        try {
            long before = cpuTime(at);
            return !endsWithin(SAMPLE) && cpuTime(at) - before > SAMPLE.toNanos() / 50;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long cpuTime(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }
}
