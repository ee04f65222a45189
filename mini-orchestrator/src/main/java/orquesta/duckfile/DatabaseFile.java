package orquesta.duckfile;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import orquesta.asset.Column;
import orquesta.relation.Duck;
import orquesta.relation.Session;
import orquesta.relation.SqlConstant;

/**
 * A file of DuckDB that other processes and people use, too. DuckDB lets one process at a time write to a file, so it is
 * attached for one piece of work and let go: whoever finds it taken waits.
 *
 * @param duck the DuckDB that it is attached to
 * @param patience how long another program may hold it
 */
public record DatabaseFile(Path path, Duck duck, Duration patience) {
    /** Something to do in one transaction; tables without a catalog are those of the file. */
    public interface Work<T> {
        T run(Statement statement) throws SQLException;
    }

    /**
     * Does something that changes the file, which is made if it is not there. It is on disk when this returns.
     *
     * @throws orquesta.text.UserException if the file cannot be used, if another program holds it for too long, or if
     *     DuckDB refuses
     */
    public <T> T write(Work<T> work) {
        DatabaseTrouble trouble = new DatabaseTrouble(path, patience);
        trouble.requireWritable();
        return use("", trouble, work);
    }

    /** Does something that only looks, see {@link #write}. Other programs may look meanwhile. */
    public <T> T read(Work<T> work) {
        return use(" (read_only)", new DatabaseTrouble(path, patience), work);
    }

    private <T> T use(String how, DatabaseTrouble trouble, Work<T> work) {
        try (DatabaseTurn turn = DatabaseTurn.take(path, trouble)) {
            if (how.isEmpty()) {
                NewDatabase.makeUnlessThere(path, this::makeNew);
            }
            String name = name();
            turn.await(patience, () -> housekeep("attach " + SqlConstant.of(path.toString()) + " as " + name + how));
            try {
                return inTransaction(name, work);
            } finally {
                housekeep("detach " + name);
            }
        } catch (SQLException e) {
            throw trouble.meaning(e);
        } catch (IOException e) {
            throw trouble.unwritable(e);
        }
    }

    /** A small table takes a sixteenth of the room in it that DuckDB would give to one by itself. */
    private void makeNew(Path file) throws SQLException {
        String name = name();
        housekeep("attach " + SqlConstant.of(file.toString()) + " as " + name + " (block_size 16384)");
        housekeep("detach " + name);
    }

    /** Of this piece of work alone: other files are attached at the same time. */
    private static String name() {
        return Column.quoted("orquesta " + UUID.randomUUID());
    }

    /** In a session that nobody knows as one that works: who stops a step may not leave the file attached. */
    private void housekeep(String sql) throws SQLException {
        try (Session session = duck.session()) {
            session.quietly(sql);
        }
    }

    /** What is not committed when its session closes is taken back. */
    private <T> T inTransaction(String name, Work<T> work) throws SQLException {
        try (Session session = duck.session()) {
            return session.direct(statement -> {
                statement.execute("use " + name);
                statement.execute("begin");
                T result = work.run(statement);
                statement.execute("commit");
                return result;
            });
        }
    }

    /** {@code /home/ana/tienda/valores.duckdb}, for messages. */
    @Override
    public String toString() {
        return path.toString();
    }
}
