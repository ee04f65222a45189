package orquesta.relation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * The in-memory DuckDB of one home that this process has open, opened when first needed. It may use 40 % of the memory that the process may
 * have, at most 800 MiB (a lesson's ten million rows, on a machine that also holds a notebook), and writes what does not
 * fit into a folder of ours. It works on as many processors as the process may use.
 */
final class DuckInstance {
    /** By itself it takes 80 % of what the process may have. */
    private static final String MEMORY_LIMIT =
            "select least(800 * 1024 * 1024, parse_formatted_bytes(current_setting('memory_limit')) // 2)";

    private static final AtomicReference<@Nullable FutureTask<DuckDBConnection>> PREPARED = new AtomicReference<>();

    private final Path temporary;
    private final JavaParts java;
    private final Map<Session, Thread> sessions = new ConcurrentHashMap<>();
    /** What threads wait for elsewhere, by how it is ended. */
    private final Map<Duck.Waiting, Thread> elsewhere = new ConcurrentHashMap<>();

    private @Nullable DuckDBConnection opened;

    DuckInstance(Path temporary) {
        this.temporary = temporary;
        RowFunction rows = new RowFunction();
        this.java = new JavaParts(rows, new TextFunctions(), new Staging(temporary, rows));
    }

    /** A session at a time, which belongs to this thread. */
    Session session(SessionTime time) throws SQLException, IOException {
        DuckDBConnection connection = connection().duplicate();
        time.set(connection);
        Session session = new Session(connection, java, sessions::remove);
        sessions.put(session, Thread.currentThread());
        return session;
    }

    void stop(Thread thread) {
        sessions.forEach((session, owner) -> {
            if (owner == thread) {
                session.stop();
            }
        });
        elsewhere.forEach((waiting, owner) -> {
            if (owner == thread) {
                waiting.stop();
            }
        });
    }

    Duck.Waiting waits(Runnable stop) {
        Duck.Waiting waiting = new Duck.Waiting(stop, elsewhere::remove);
        elsewhere.put(waiting, Thread.currentThread());
        return waiting;
    }

    private synchronized DuckDBConnection connection() throws SQLException, IOException {
        if (opened == null) {
            Files.createDirectories(temporary);
            StagedRows.removeForgotten(temporary);
            DuckDBConnection fresh = prepared();
            try (Statement statement = fresh.createStatement()) {
                statement.execute("set temp_directory = " + SqlConstant.of(temporary.toString()));
            }
            java.registerIn(fresh);
            SessionTime.prepare(fresh);
            opened = fresh;
        }
        return opened;
    }

    /**
     * Opens one in a thread of its own, for the first that needs it: its library, and the flight recorder that its driver starts, take a tenth
     * of a second.
     */
    static void prepare() {
        FutureTask<DuckDBConnection> opening = new FutureTask<>(DuckInstance::open);
        if (PREPARED.compareAndSet(null, opening)) {
            Thread thread = new Thread(opening, "orquesta-duckdb");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The one that is prepared, if there is any; what went wrong with it goes wrong again in the open. */
    private static DuckDBConnection prepared() throws SQLException {
        FutureTask<DuckDBConnection> opening = PREPARED.getAndSet(null);
        if (opening == null) {
            return open();
        }
        try {
            return opening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return open();
        } catch (ExecutionException e) {
            return open();
        }
    }

    private static DuckDBConnection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("threads", String.valueOf(Runtime.getRuntime().availableProcessors()));
        DuckDBConnection fresh = connect(settings);
        try (Statement statement = fresh.createStatement();
                ResultSet limit = statement.executeQuery(MEMORY_LIMIT)) {
            limit.next();
            statement.execute("set memory_limit = '" + limit.getLong(1) + "B'");
        }
        return fresh;
    }

    /** By its own driver: the manager of drivers would load all the others, too. */
    static DuckDBConnection connect(Properties settings) throws SQLException {
        return (DuckDBConnection) Objects.requireNonNull(new DuckDBDriver().connect("jdbc:duckdb:", settings));
    }

    synchronized void close() {
        if (opened != null) {
            try {
                java.staging().close();
                opened.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            opened = null;
        }
    }
}
