package orquesta.relation;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.resource.Evaluator;

/**
 * The one in-memory DuckDB of this process, opened when first needed. Each step works in a {@link Session} of its own.
 * It may use 40 % of the memory that the process may have, at most 800 MiB (a lesson's ten million rows, on a machine that
 * also holds a notebook), and writes what does not fit into a folder of ours.
 */
public final class Duck implements Evaluator, AutoCloseable {
    private static final int MEMORY_PERCENT = 40;
    private static final long MEMORY_MOST = 800L << 20;

    private final Path temporary;
    private final RowFunction rows = new RowFunction();
    private final TextFunctions functions = new TextFunctions();
    private final Map<Session, Thread> sessions = new ConcurrentHashMap<>();
    private @Nullable DuckDBConnection instance;

    /** @param temporary the folder for what does not fit into memory */
    public Duck(Path temporary) {
        this.temporary = temporary;
    }

    /** A connection for one step; close it. */
    public Session session() {
        try {
            Session session = new Session(instance().duplicate(), rows, functions, sessions::remove);
            sessions.put(session, Thread.currentThread());
            return session;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("DuckDB cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Ends the statements that a thread waits for; they do not hear an interrupt. */
    public void stop(Thread thread) {
        sessions.forEach((session, owner) -> {
            if (owner == thread) {
                session.stop();
            }
        });
    }

    @Override
    public List<Column> columns(Relation relation) {
        try (Session session = session()) {
            return session.columns(relation);
        }
    }

    @Override
    public void texts(Relation relation, RowReader reader) throws IOException {
        try (Session session = session()) {
            session.texts(relation, reader);
        }
    }

    @Override
    public long parquet(Relation relation, Path file) throws IOException {
        try (Session session = session()) {
            return ParquetFile.write(session, relation, file);
        }
    }

    private synchronized DuckDBConnection instance() throws SQLException, IOException {
        if (instance == null) {
            Files.createDirectories(temporary);
            Properties settings = new Properties();
            settings.setProperty("memory_limit", memoryLimit() + "B");
            settings.setProperty("temp_directory", temporary.toString());
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("autoload_known_extensions", "false");
            settings.setProperty("jdbc_stream_results", "true");
            DuckDBConnection opened = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
            rows.registerIn(opened);
            functions.registerIn(opened);
            instance = opened;
        }
        return instance;
    }

    private static long memoryLimit() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.min(MEMORY_MOST, system.getTotalMemorySize() / 100 * MEMORY_PERCENT);
    }

    @Override
    public synchronized void close() {
        if (instance != null) {
            try {
                instance.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            instance = null;
        }
    }
}
