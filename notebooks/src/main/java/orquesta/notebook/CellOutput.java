package orquesta.notebook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import orquesta.process.StepOutput;
import orquesta.text.Message;

/**
 * What a cell prints, on its way to the notebook: in few messages, since Jupyter drops some when there are many, and to a
 * file once it is more than anybody reads; the last line says to which.
 */
final class CellOutput implements AutoCloseable {
    static final int MOST_LINES = 2_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final long SHOW_AFTER_MILLIS = 100;

    private final Shown out = new Shown(System.out);
    private final Shown err = new Shown(System.err);
    private volatile boolean open = true;

    private CellOutput() {}

    /** Takes the streams of the process until it is closed. */
    static CellOutput begin() {
        CellOutput output = new CellOutput();
        System.setOut(output.out.stream);
        System.setErr(output.err.stream);
        Thread ticker = new Thread(output::showWhatWaits, "cell-output");
        ticker.setDaemon(true);
        ticker.start();
        return output;
    }

    private void showWhatWaits() {
        while (open) {
            flush();
            try {
                Thread.sleep(SHOW_AFTER_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Shows what was printed so far, before something else is shown. */
    void flush() {
        out.gathered.flush();
        err.gathered.flush();
    }

    /** Gives the streams back, unless the cell has set others. */
    @Override
    public void close() {
        open = false;
        if (System.out == out.stream) {
            System.setOut(out.before);
        }
        if (System.err == err.stream) {
            System.setErr(err.before);
        }
        out.end();
        err.end();
    }

    /** One of the two streams. */
    private static final class Shown extends OutputStream {
        private final PrintStream before;
        private final PrintStream stream = new PrintStream(this, true, StandardCharsets.UTF_8);
        private final StepOutput gathered;
        private int lines = 0;
        private int bytes = 0;
        private long hidden = 0;
        private boolean ended = false;
        private @Nullable Path file;
        private @Nullable OutputStream rest;

        Shown(PrintStream before) {
            this.before = before;
            this.gathered = new StepOutput(
                    text -> {
                        before.print(text);
                        before.flush();
                    },
                    text -> {});
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] text, int from, int length) {
            if (ended) { // somebody kept the stream of a cell of before
                before.write(text, from, length);
                before.flush();
                return;
            }
            int end = from;
            while (end < from + length && lines < MOST_LINES && bytes < MOST_BYTES) {
                lines += text[end] == '\n' ? 1 : 0;
                bytes++;
                end++;
            }
            if (end > from) {
                gathered.write(text, from, end - from);
            }
            if (end < from + length) {
                hide(text, end, from + length - end);
            }
        }

        private void hide(byte[] text, int from, int length) {
            try {
                if (rest == null) {
                    file = Files.createTempFile("orquesta-", ".txt");
                    rest = Files.newOutputStream(file);
                }
                rest.write(text, from, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (int i = from; i < from + length; i++) {
                hidden += text[i] == '\n' ? 1 : 0;
            }
        }

        synchronized void end() {
            gathered.flush();
            ended = true;
            if (rest != null && file != null) {
                try {
                    rest.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                before.println(Message.of("kernel.more_output", Math.max(1, hidden), file));
                before.flush();
            }
        }
    }
}
