package orquesta.autograder.child;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the grader asks, read by a thread of its own. A grader that was killed can end nobody: its child sees that nobody
 * asks any more and ends itself, though the student's code may never come back.
 */
public final class Requests {
    /** What was asked before the end may still be answered; that takes no longer. */
    private static final long GRACE_MILLIS = 5_000;

    private final BlockingQueue<Optional<DataInputStream>> asked = new LinkedBlockingQueue<>();
    private final Runnable whereabouts;

    private Requests(Runnable whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** Those that come by standard input. */
    public static Requests coming() {
        return coming(() -> {});
    }

    /**
     * Those that come by standard input.
     *
     * @param whereabouts answers an empty frame at once, while the code that was asked does not come back
     */
    static Requests coming(Runnable whereabouts) {
        Requests requests = new Requests(whereabouts);
        Thread reader = new Thread(requests::read, "requests");
        reader.setDaemon(true);
        reader.start();
        return requests;
    }

    /** The next one; empty when there are no more. Nobody of ours interrupts who waits for it. */
    public Optional<DataInputStream> next() {
        while (true) {
            try {
                return asked.take();
            } catch (InterruptedException e) {
                // A mark that the answer has left on the thread, or sets from another one.
            }
        }
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            for (@Nullable DataInputStream frame = Wire.receive(in); frame != null; frame = Wire.receive(in)) {
                if (frame.available() == 0) {
                    whereabouts.run();
                } else {
                    asked.add(Optional.of(frame));
                }
            }
        } catch (IOException e) {
            // What cannot be read is the end, too.
        }
        asked.add(Optional.empty());
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException e) {
            // Then at once.
        }
        Runtime.getRuntime().halt(0);
    }
}
