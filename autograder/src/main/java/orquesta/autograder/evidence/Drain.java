package orquesta.autograder.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads what a child prints, so that it does not block; keeps the beginning, counts the rest. */
final class Drain implements Runnable {
    private static final int KEPT = 16 << 10;
    private static final long FLOOD = 16 << 20;
    private static final long LAST_MILLIS = 10_000;
    private static final int LAST_BYTES = 1_000;

    private final InputStream stream;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private byte[] last = new byte[0];
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile long count;

    Drain(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        long read = 0;
        try (InputStream in = stream) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                keep(buffer, n);
                read += n;
                count = read;
            }
        } catch (IOException e) {
            // It was killed: what is kept is kept.
        } finally {
            end.countDown();
        }
    }

    private synchronized void keep(byte[] buffer, int n) {
        kept.write(buffer, 0, Math.min(n, KEPT - kept.size()));
        byte[] both = Arrays.copyOf(last, last.length + n);
        System.arraycopy(buffer, 0, both, last.length, n);
        last = Arrays.copyOfRange(both, Math.max(0, both.length - LAST_BYTES), both.length);
    }

    /** Whether all of it is kept. */
    boolean isShort() {
        return count < KEPT;
    }

    boolean flooded() {
        return count > FLOOD;
    }

    /** The beginning of what a process printed that has been killed: its last words may still be in the pipe, and end with it. */
    String lastText() {
        awaitEnd();
        synchronized (this) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }

    /** The end of what a process printed that has ended. */
    String lastWords() {
        awaitEnd();
        synchronized (this) {
            return new String(last, StandardCharsets.UTF_8);
        }
    }

    private void awaitEnd() {
        try {
            boolean ignored = end.await(LAST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
