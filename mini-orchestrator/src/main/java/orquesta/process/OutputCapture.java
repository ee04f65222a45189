package orquesta.process;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sends what user code prints to the task that printed it: by the thread of the task, and by threads that it starts. There
 * is one for the whole process, since its streams are, so two runs at once never mix. Threads that tasks share (the common
 * pool's) cannot be told apart; their lines go to each run that goes on, marked with the thread. The streams that were there
 * before are put back when no run is left.
 */
public final class OutputCapture {
    private static final long SHOW_AFTER_MILLIS = 100;
    private static final OutputCapture PROCESS = new OutputCapture();

    private final InheritableThreadLocal<@Nullable StepOutput> current = new InheritableThreadLocal<>();
    private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
    private final PrintStream capturedOut = new PrintStream(new Router(false), true, StandardCharsets.UTF_8);
    private final PrintStream capturedErr = new PrintStream(new Router(true), true, StandardCharsets.UTF_8);
    private PrintStream out = System.out;
    private PrintStream err = System.err;

    private OutputCapture() {}

    /** Begins to capture for a run; {@code shared} gets what belongs to no task. */
    public static Lease join(StepOutput shared) {
        return PROCESS.lease(shared);
    }

    private synchronized Lease lease(StepOutput shared) {
        Lease lease = new Lease(shared);
        leases.add(lease);
        if (System.out != capturedOut) {
            out = System.out;
            System.setOut(capturedOut);
        }
        if (System.err != capturedErr) {
            err = System.err;
            System.setErr(capturedErr);
        }
        if (leases.size() == 1) {
            Thread ticker = new Thread(this::showWhatWaits, "orquesta-output");
            ticker.setDaemon(true);
            ticker.start();
        }
        return lease;
    }

    private synchronized void end(Lease lease) {
        leases.remove(lease);
        if (leases.isEmpty() && System.out == capturedOut) {
            System.setOut(out);
        }
        if (leases.isEmpty() && System.err == capturedErr) {
            System.setErr(err);
        }
    }

    /** Half a line, or lines that came in one burst, are seen soon, too. */
    private void showWhatWaits() {
        while (!leases.isEmpty()) {
            leases.forEach(Lease::flush);
            try {
                Thread.sleep(SHOW_AFTER_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The part of one run in the capture. */
    public final class Lease implements AutoCloseable {
        private final StepOutput shared;
        private final Queue<StepOutput> used = new ConcurrentLinkedQueue<>();

        private Lease(StepOutput shared) {
            this.shared = shared;
            used.add(shared);
        }

        /** Runs a task's code; what it prints goes to this output. */
        public <T> T during(StepOutput output, Callable<T> code) throws Exception {
            used.add(output);
            current.set(output);
            try {
                return code.call();
            } finally {
                current.remove();
                output.flush();
            }
        }

        /** Hands over all that is pending, also what threads printed after the task that started them had ended. */
        public void flush() {
            used.forEach(StepOutput::flush);
        }

        @Override
        public void close() {
            end(this);
            flush();
        }
    }

    private final class Router extends OutputStream {
        private final boolean error;

        Router(boolean error) {
            this.error = error;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            StepOutput output = current.get();
            if (leases.isEmpty()) { // somebody kept the stream: a logger that a step made
                PrintStream before = error ? err : out;
                before.write(bytes, from, length);
                before.flush();
            } else if (output != null) {
                output.write(bytes, from, length);
            } else if (length > 1 || bytes[from] != '\n') {
                String text = new String(bytes, from, length, StandardCharsets.UTF_8).stripTrailing();
                String line = "[" + Thread.currentThread().getName() + "] " + text + "\n";
                leases.forEach(lease -> lease.shared.print(line));
            }
        }
    }
}
