package orquesta.duckfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The turn of one thread with a file of DuckDB. Threads of one process come one after the other, however long it takes: the
 * system's lock of a file is one of processes. Another process is waited for with patience that ends.
 */
final class DatabaseTurn implements AutoCloseable {
    private static final long POLL_MILLIS = 20;
    private static final ConcurrentMap<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    /** Something that fails while another process holds the file. */
    interface Attempt {
        void run() throws SQLException;
    }

    private final ReentrantLock lock;
    private final DatabaseTrouble trouble;

    private DatabaseTurn(ReentrantLock lock, DatabaseTrouble trouble) {
        this.lock = lock;
        this.trouble = trouble;
    }

    /** Waits for those of this process that came before. */
    static DatabaseTurn take(Path file, DatabaseTrouble trouble) throws IOException {
        Path one = Files.exists(file) ? file.toRealPath() : file;
        ReentrantLock lock = TURNS.computeIfAbsent(one, path -> new ReentrantLock(true));
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw trouble.interrupted();
        }
        return new DatabaseTurn(lock, trouble);
    }

    /** Tries until no other process holds the file. */
    void await(Duration patience, Attempt attempt) throws SQLException {
        long last = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (SQLException e) {
                if (!DatabaseTrouble.isTaken(e)) {
                    throw e;
                }
                if (System.nanoTime() >= last) {
                    throw trouble.taken(e);
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw trouble.interrupted();
        }
    }

    @Override
    public void close() {
        lock.unlock();
    }
}
