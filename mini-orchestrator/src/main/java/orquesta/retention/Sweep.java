package orquesta.retention;

import java.util.List;
import orquesta.event.RunId;
import orquesta.store.KeptValue;

/**
 * Removes values that were cleaned before, in a thread of its own beside a run: to remove a value takes a disk about as long as
 * to write one. Closed, it ends what it has in hand; the rest is left to the next run.
 */
public final class Sweep implements AutoCloseable {
    private static final int IN_HAND = 20;
    /** Two seconds, in looks: a machine that stands still for a while takes one of them. */
    private static final int LOOKS = 20;

    private static final long LOOK_MILLIS = 100;

    private final Cleaning cleaning;
    private final Thread thread;
    private volatile boolean stopped = false;

    Sweep(Cleaning cleaning, List<KeptValue> values) {
        this.cleaning = cleaning;
        this.thread = new Thread(() -> sweepUntilStopped(values), "orquesta-sweep");
        thread.setDaemon(true);
        if (!values.isEmpty()) {
            thread.start();
        }
    }

    /** Left alone with a server that hangs, it may find its home closed: what it could not record, the next run does again. */
    private void sweepUntilStopped(List<KeptValue> values) {
        try {
            sweep(values);
        } catch (RuntimeException e) {
            if (!stopped) {
                throw e;
            }
        }
    }

    private void sweep(List<KeptValue> values) {
        int from = 0;
        do {
            int to = Math.min(from + IN_HAND, values.size());
            cleaning.remove(values.subList(from, to));
            from = to;
        } while (from < values.size() && !stopped);
    }

    /** Cleans what the run leaves to be cleaned now that it has ended. */
    public void after(RunId run) {
        cleaning.after(run);
    }

    /** A server that hangs may hold up no run: then the thread goes on alone. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (int looks = 0; looks < LOOKS && thread.isAlive(); looks++) {
                thread.join(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
