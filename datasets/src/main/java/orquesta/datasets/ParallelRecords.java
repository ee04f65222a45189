package orquesta.datasets;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import orquesta.datasets.parquet.ParquetWriter;

/**
 * Writes the records of a plain file as Parquet: threads cut it in pieces, side by side, and their rows are written in the file's order.
 * A piece begins behind a line feed that may stand inside quotes. So it counts only if the piece before ended there with a whole
 * record, and that is known, since the first piece begins with the file; else the two are read as one.
 */
final class ParallelRecords implements AutoCloseable {
    /** Some 50,000 rows of sales: a group of rows that a query works on in one go. */
    static final int PIECE = 4 << 20;

    /** A record that is longer is for the other reader, which has a limit. */
    private static final int LONGEST_PIECE = 3 * PIECE;

    private final FileChannel file;
    private final CsvFormat format;
    private final PieceCuts cuts;
    private final int cores;
    private final BlockingQueue<Worker> idle = new LinkedBlockingQueue<>();

    /** What a thread works with, used again for one piece after the other. */
    private static final class Worker {
        private final PieceParser parser;
        private final Piece piece;
        private byte[] bytes = new byte[0];

        Worker(CsvFormat format, List<String> wanted) {
            this.parser = new PieceParser(format, wanted);
            this.piece = new Piece(wanted.size());
        }

        byte[] bytes(int length) {
            bytes = bytes.length < length ? new byte[length] : bytes;
            return bytes;
        }
    }

    /** What became of the bytes between two places. */
    private record Parsed(long start, long end, PieceParser.End reached, Worker worker) {}

    /** @param size of a piece in bytes */
    ParallelRecords(CsvFormat format, List<String> wanted, int size) throws IOException {
        this.format = format;
        this.file = FileChannel.open(format.file());
        this.cuts = new PieceCuts(file, size);
        this.cores = (int) Math.min(Runtime.getRuntime().availableProcessors(), cuts.size() / size + 1);
        for (int i = 0; i < 2 * cores; i++) {
            idle.add(new Worker(format, wanted));
        }
    }

    /** Writes all; false if the file is not plain. */
    boolean write(Path parquet, List<String> names) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(cores, task -> {
            Thread thread = new Thread(task, "reader of " + format.name());
            thread.setDaemon(true);
            return thread;
        });
        try (ParquetWriter out = new ParquetWriter(parquet, names)) {
            return write(threads, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean write(ExecutorService threads, ParquetWriter out) throws IOException, InterruptedException {
        Deque<Future<Parsed>> ahead = new ArrayDeque<>();
        long next = format.bom();
        long done = format.bom();
        long lines = 0;
        while (done < cuts.size()) {
            while (next < cuts.size() && ahead.size() < 2 * cores) {
                long start = next;
                next = cuts.end(start);
                long end = next;
                ahead.add(threads.submit(() -> parse(start, end)));
            }
            Optional<Parsed> sure = sure(done, ahead);
            if (sure.isEmpty()) {
                return false;
            }
            Piece piece = sure.get().worker().piece;
            if (piece.rows() > 0 || (sure.get().end() == cuts.size() && out.isEmpty())) {
                out.add(piece.rows(), piece.pages(lines));
            }
            lines += piece.lineFeeds();
            done = sure.get().end();
            idle.add(sure.get().worker());
        }
        out.finish();
        return true;
    }

    /** The next piece, from a place where a record begins to one where another does; none if there is no such piece. */
    private Optional<Parsed> sure(long start, Deque<Future<Parsed>> ahead) throws IOException, InterruptedException {
        Parsed parsed = get(ahead.remove());
        while (parsed.reached() == PieceParser.End.IN_QUOTES && !ahead.isEmpty()) {
            Parsed following = get(ahead.remove());
            idle.add(parsed.worker());
            idle.add(following.worker());
            if (following.end() - start > LONGEST_PIECE) {
                return Optional.empty();
            }
            parsed = parse(start, following.end());
        }
        return Optional.of(parsed).filter(piece -> piece.reached() == PieceParser.End.RECORD);
    }

    private static Parsed get(Future<Parsed> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private Parsed parse(long start, long end) throws IOException, InterruptedException {
        Worker worker = idle.take();
        int length = (int) (end - start);
        byte[] piece = worker.bytes(length);
        ByteBuffer bytes = ByteBuffer.wrap(piece, 0, length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("shorter than it was");
            }
        }
        PieceParser.End reached = worker.parser.parse(piece, length, start == format.bom(), worker.piece);
        return new Parsed(start, end, reached, worker);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
