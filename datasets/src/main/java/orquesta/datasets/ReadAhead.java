package orquesta.datasets;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import orquesta.asset.RowSource;

/**
 * Reads rows in a thread of its own, a few batches ahead, while the caller's thread works on the rows before: a query over a file
 * then uses two cores. The thread ends with the rows, when the cursor is closed, and when nobody holds the cursor any more.
 */
final class ReadAhead implements RowSource.Cursor {
    private static final Cleaner FORGOTTEN = Cleaner.create();

    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(4);
    private final Thread thread;
    private Batch batch = new Batch(List.of(), false, null);
    private int at;

    ReadAhead(String name, CsvParser<@Nullable Object[]> parser) {
        thread = new Thread(new Reading(parser, batches), "reader of " + name);
        thread.setDaemon(true);
        thread.start();
        FORGOTTEN.register(this, thread::interrupt);
    }

    /** Rows in their order; the last batch says so, and why if the reading failed after these rows. */
    private record Batch(
            List<@Nullable Object[]> rows,
            boolean last,
            @Nullable Throwable failure) {
        private static final int SIZE = 2048;
    }

    /** What the thread does; it knows nothing of the cursor, which may be forgotten. */
    private record Reading(CsvParser<@Nullable Object[]> parser, BlockingQueue<Batch> batches) implements Runnable {
        @Override
        public void run() {
            try (parser) {
                boolean last = false;
                while (!last) {
                    Batch next = read();
                    batches.put(next);
                    last = next.last();
                }
            } catch (InterruptedException | IOException closed) {
                Thread.currentThread().interrupt();
            }
        }

        private Batch read() {
            List<@Nullable Object[]> rows = new ArrayList<>(Batch.SIZE);
            try {
                while (rows.size() < Batch.SIZE) {
                    @Nullable Object @Nullable [] row = parser.next();
                    if (row == null) {
                        return new Batch(rows, true, null);
                    }
                    rows.add(row);
                }
                return new Batch(rows, false, null);
            } catch (IOException | RuntimeException | Error e) {
                return new Batch(rows, true, e);
            }
        }
    }

    @Override
    public @Nullable Object @Nullable [] next() throws IOException {
        while (at == batch.rows().size()) {
            if (batch.last()) {
                rethrow(batch.failure());
                return null;
            }
            try {
                batch = batches.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
            at = 0;
        }
        return batch.rows().get(at++);
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** Ends the thread, and with it the file. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
