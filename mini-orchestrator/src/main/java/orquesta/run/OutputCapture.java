package orquesta.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sends what user code prints to the step that printed it: by the thread of the step, and by threads that it starts.
 * Threads that steps share (the common pool's) cannot be told apart; their lines go to the run, marked with the thread.
 * The streams that were there before are put back at the end.
 */
final class OutputCapture implements AutoCloseable {
    private final InheritableThreadLocal<@Nullable StepOutput> current = new InheritableThreadLocal<>();
    private final Queue<StepOutput> used = new ConcurrentLinkedQueue<>();
    private final StepOutput shared;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final PrintStream capturedOut = new PrintStream(new Router(out), true, StandardCharsets.UTF_8);
    private final PrintStream capturedErr = new PrintStream(new Router(err), true, StandardCharsets.UTF_8);
    private volatile boolean closed = false;

    private OutputCapture(StepOutput shared) {
        this.shared = shared;
        used.add(shared);
    }

    /** Begins to capture; {@code shared} gets what belongs to no step. */
    static OutputCapture install(StepOutput shared) {
        OutputCapture capture = new OutputCapture(shared);
        System.setOut(capture.capturedOut);
        System.setErr(capture.capturedErr);
        return capture;
    }

    /** Runs a step's code; what it prints goes to this output. */
    <T> T during(StepOutput output, Callable<T> code) throws Exception {
        used.add(output);
        current.set(output);
        try {
            return code.call();
        } finally {
            current.remove();
            output.flush();
        }
    }

    /** Hands over all that is pending, also what threads printed after the step that started them had ended. */
    void flush() {
        used.forEach(StepOutput::flush);
    }

    @Override
    public void close() {
        closed = true;
        if (System.out == capturedOut) {
            System.setOut(out);
        }
        if (System.err == capturedErr) {
            System.setErr(err);
        }
        flush();
    }

    private final class Router extends OutputStream {
        private final PrintStream before;

        Router(PrintStream before) {
            this.before = before;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            StepOutput output = current.get();
            if (closed) { // somebody kept the stream: a logger that a step made
                before.write(bytes, from, length);
                before.flush();
            } else if (output != null) {
                output.write(bytes, from, length);
            } else if (length > 1 || bytes[from] != '\n') {
                String text = new String(bytes, from, length, StandardCharsets.UTF_8).stripTrailing();
                shared.print("[" + Thread.currentThread().getName() + "] " + text + "\n");
            }
        }
    }
}
