package orquesta.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import orquesta.text.SecretValues;

/**
 * What one task printed, on its way to the log in pieces that end with a line: at once if nothing was handed over for a
 * while, so that it is seen while the task runs and survives a kill; else gathered for a moment. Any thread may print.
 */
public final class StepOutput {
    private static final int PIECE = 8 * 1024;
    private static final long GATHER_NANOS = 100_000_000;
    private static final long LIMIT = 16L * 1024 * 1024;
    private static final String CUT = "[more than 16 MiB: what was printed after this is not kept]\n";

    private final Consumer<String> log;
    private final Consumer<String> echo;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long kept = 0;
    private long handedOver = 0;

    /** @param echo is told the same as the log, but for what is too long to be shown at once */
    public StepOutput(Consumer<String> log, Consumer<String> echo) {
        this.log = log;
        this.echo = echo;
    }

    /** Writes to the log only: a stack trace helps who looks for it, and nobody else. */
    public synchronized void trace(String text) {
        flush();
        log.accept(SecretValues.KNOWN.hide(text));
    }

    public void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    public synchronized void write(byte[] bytes, int from, int length) {
        if (kept > LIMIT) {
            return;
        }
        kept += length;
        if (kept > LIMIT) {
            pending.writeBytes(CUT.getBytes(StandardCharsets.UTF_8));
            flush();
            return;
        }
        pending.write(bytes, from, length);
        boolean lineEnds = length > 0 && bytes[from + length - 1] == '\n';
        boolean longAgo = System.nanoTime() - handedOver > GATHER_NANOS;
        boolean enough = longAgo || pending.size() >= PIECE;
        if ((lineEnds && enough) || pending.size() >= 100 * PIECE) {
            flush();
        }
    }

    /** Hands over what is pending, also half a line. */
    public synchronized void flush() {
        if (pending.size() > 0) {
            String text = SecretValues.KNOWN.hide(pending.toString(StandardCharsets.UTF_8));
            log.accept(text);
            echo.accept(text);
            pending.reset();
            handedOver = System.nanoTime();
        }
    }
}
