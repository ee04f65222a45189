package orquesta.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Sends what user code prints to the step that printed it: by the thread of the step, and by threads that it starts.
 * Threads that steps share (the common pool's) cannot be told apart; their lines go to the run, marked with the thread.
 * The streams that were there before are put back at the end.
 */
final class OutputCapture implements AutoCloseable {
    private final InheritableThreadLocal<@Nullable StepOutput> current = new InheritableThreadLocal<>();
    private final StepOutput shared;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final PrintStream router = new PrintStream(new Router(), true, StandardCharsets.UTF_8);

    private OutputCapture(StepOutput shared) {
        this.shared = shared;
    }

    /** Begins to capture; {@code shared} gets what belongs to no step. */
    static OutputCapture install(StepOutput shared) {
        OutputCapture capture = new OutputCapture(shared);
        System.setOut(capture.router);
        System.setErr(capture.router);
        return capture;
    }

    /** Runs a step's code; what it prints goes to this output. */
    <T> T during(StepOutput output, Callable<T> code) throws Exception {
        current.set(output);
        try {
            return code.call();
        } finally {
            current.remove();
            output.flush();
        }
    }

    @Override
    public void close() {
        if (System.out == router) {
            System.setOut(out);
        }
        if (System.err == router) {
            System.setErr(err);
        }
        shared.flush();
    }

    private final class Router extends OutputStream {
        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            StepOutput output = current.get();
            if (output != null) {
                output.write(bytes, from, length);
            } else if (length > 1 || bytes[from] != '\n') {
                String text = new String(bytes, from, length, StandardCharsets.UTF_8).stripTrailing();
                shared.print("[" + Thread.currentThread().getName() + "] " + text + "\n");
            }
        }
    }
}
