package orquesta.autograder.junit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import orquesta.autograder.child.Wire;

/**
 * Where tests and the code that they call print to. The beginning of what each test prints is sent line by line, so that
 * it is known also of a test that never ends; the rest is dropped.
 */
final class Printed extends OutputStream {
    private static final int MOST_BYTES = 2_000;
    private static final int MOST_SENT = 20;

    private final FrameChannel channel;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int bytes;
    private int sent;

    Printed(FrameChannel channel) {
        this.channel = channel;
    }

    /** What comes now belongs to another test. */
    synchronized void begin() {
        flush();
        bytes = 0;
        sent = 0;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] text, int from, int length) {
        int kept = Math.min(length, MOST_BYTES - bytes);
        line.write(text, from, kept);
        bytes += kept;
    }

    @Override
    public synchronized void flush() {
        if (line.size() > 0 && sent < MOST_SENT) {
            String text = line.toString(StandardCharsets.UTF_8);
            channel.send(TestReply.PRINTED, out -> Wire.writeText(out, text));
            sent++;
        }
        line.reset();
    }
}
