package orquesta.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The connections that answer: as many as are asked at once, up to so many, since readers of a file in WAL mode wait for
 * nobody. One is opened when all others are busy; the one that answered last answers next, its pages are warm. May be asked
 * from any thread, but not while a row of another answer is read.
 */
final class Readers implements AutoCloseable {
    private final Opener opener;
    private final int most;
    private final Semaphore places;
    private final Deque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Opener opener, int most) {
        this.opener = opener;
        this.most = most;
        this.places = new Semaphore(most, true); // in turn, so that who closes gets them all
    }

    /** Opens a connection that only reads. */
    interface Opener {
        Connection open() throws SQLException;
    }

    <T> List<T> all(String sql, Reader.Row<T> row, @Nullable Object... values) {
        places.acquireUninterruptibly();
        try {
            Reader reader = take();
            try {
                return reader.all(sql, row, values);
            } finally {
                idle.push(reader);
            }
        } catch (SQLException e) {
            throw Database.meaning(e);
        } finally {
            places.release();
        }
    }

    private Reader take() throws SQLException {
        if (closed) {
            throw new SQLException("the home is closed");
        }
        Reader known = idle.poll();
        return known == null ? new Reader(opener.open()) : known;
    }

    /** Waits for the answers that are under way. */
    @Override
    public void close() {
        places.acquireUninterruptibly(most);
        closed = true;
        try {
            for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
                reader.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            places.release(most);
        }
    }
}
