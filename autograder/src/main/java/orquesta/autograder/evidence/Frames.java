package orquesta.autograder.evidence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Wire;

/** What a child says, frame by frame, read by a thread of its own. */
final class Frames implements Runnable {
    private static final int MOST_UNHEARD = 1_000;
    private static final long MOST_BYTES = 4L * Wire.LONGEST;
    private static final long LOOK_MILLIS = 25;

    private final InputStream stream;
    /** Bounded: a child that writes faster than it is heard waits, and fills no memory of ours. */
    private final BlockingQueue<Frame> unheard = new LinkedBlockingQueue<>(MOST_UNHEARD);

    private final AtomicLong bytes = new AtomicLong();

    private volatile boolean closed;

    Frames(InputStream stream) {
        this.stream = stream;
    }

    /** A frame, or (null) the end of the stream. */
    record Frame(@Nullable DataInputStream content) {
        private static long size(@Nullable DataInputStream content) {
            try {
                return content == null ? 0 : content.available(); // all of it: it lies in memory
            } catch (IOException e) {
                return 0;
            }
        }
    }

    /** The next one; null if none came meanwhile. */
    @Nullable
    Frame poll(long millis) throws InterruptedException {
        @Nullable Frame next = unheard.poll(millis, TimeUnit.MILLISECONDS);
        if (next != null) {
            bytes.addAndGet(-Frame.size(next.content));
        }
        return next;
    }

    /** From now on nobody listens. */
    void close() {
        closed = true;
    }

    @Override
    public void run() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
            for (@Nullable DataInputStream frame = Wire.receive(in); frame != null; frame = Wire.receive(in)) {
                keep(new Frame(frame));
            }
        } catch (IOException e) {
            // What cannot be read ends the conversation.
        }
        keep(new Frame(null));
    }

    /** One frame is always taken; others wait while those before it fill what there is room for. */
    private void keep(Frame frame) {
        long size = Frame.size(frame.content);
        try {
            while (!closed && bytes.get() > 0 && bytes.get() + size > MOST_BYTES) {
                Thread.sleep(LOOK_MILLIS);
            }
            bytes.addAndGet(size);
            while (!closed && !unheard.offer(frame, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                // Heard later.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
