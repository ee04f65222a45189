package orquesta.autograder.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a child prints, so that it does not block; keeps the beginning, counts the rest. */
final class Drain implements Runnable {
    private static final int KEPT = 16 << 10;
    private static final long FLOOD = 16 << 20;

    private final InputStream stream;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
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
        }
    }

    private synchronized void keep(byte[] buffer, int n) {
        kept.write(buffer, 0, Math.min(n, KEPT - kept.size()));
    }

    boolean flooded() {
        return count > FLOOD;
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
