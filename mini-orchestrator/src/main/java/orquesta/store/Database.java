package orquesta.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.JDBC;
import orquesta.text.HomeException;

/** One SQLite file in WAL mode: readers never wait for the writer, and any tool can look while a run goes on. */
final class Database {
    /** Read-only, input or output, corrupt, full, cannot open, locked by a file system that cannot share, no database. */
    private static final Set<Integer> OF_THE_DISK = Set.of(8, 10, 11, 13, 14, 15, 26);

    private static final int BUSY = 5;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long POLL_NANOS = 5_000_000;

    private final Path file;

    Database(Path file) {
        this.file = file;
        Path home = Objects.requireNonNull(file.getParent());
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw HomeException.at(home, e);
        }
    }

    private static boolean isBusy(SQLException e) {
        return kind(e) == BUSY;
    }

    private static int kind(SQLException e) {
        return e.getErrorCode() & 0xff; // extended codes say more in their higher bits
    }

    /** What an error of SQLite means to who reads. */
    static RuntimeException meaning(SQLException e) {
        return trouble(e, "store.read").orElseGet(() -> new IllegalStateException(e));
    }

    /** Trouble of the disk, or of another program, is told with its remedy; all else is a fault of ours. */
    static Optional<RuntimeException> trouble(SQLException e, String ofTheDisk) {
        if (!isBusy(e) && !OF_THE_DISK.contains(kind(e))) {
            return Optional.empty();
        }
        HomeException home = new HomeException(isBusy(e) ? "store.busy" : ofTheDisk, e.getMessage());
        home.initCause(e);
        return Optional.of(home);
    }

    /** The connection that writes: there is one. The tables are there, and are this version's. */
    Connection writer(EventCodec codec, Clock clock) throws SQLException {
        Connection connection = open(file);
        try (Statement statement = connection.createStatement()) {
            journalAhead(statement);
            statement.execute("pragma synchronous = normal");
            new Migration(connection, file).run(codec, clock);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** SQLite waits for no lock while it changes the journal: of two that open a new file at once, one is told "busy". */
    private static void journalAhead(Statement statement) throws SQLException {
        long last = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (true) {
            try {
                statement.execute("pragma journal_mode = wal");
                return;
            } catch (SQLException e) {
                if (!isBusy(e)
                        || System.nanoTime() >= last
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** A connection that only reads. */
    Connection reader() throws SQLException {
        Connection connection = open(file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = true");
        }
        return connection;
    }

    static Connection open(Path file) throws SQLException {
        // By its own name: DriverManager would load every driver there is, and DuckDB's starts the flight recorder.
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + PATIENCE_MILLIS);
        }
        return connection;
    }

    static String schema() {
        try (InputStream in = Objects.requireNonNull(Database.class.getResourceAsStream("schema.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
