package orquesta.relation;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The one in-memory DuckDB of this process, opened when first needed. It may use 40 % of the memory that the process may
 * have, at most 800 MiB (a lesson's ten million rows, on a machine that also holds a notebook), and writes what does not
 * fit into a folder of ours.
 */
final class DuckInstance {
    private static final int MEMORY_PERCENT = 40;
    private static final long MEMORY_MOST = 800L << 20;

    private final Path temporary;
    private final JavaParts java;
    private final Map<Session, Thread> sessions = new ConcurrentHashMap<>();
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
    }

    private synchronized DuckDBConnection connection() throws SQLException, IOException {
        if (opened == null) {
            Files.createDirectories(temporary);
            StagedRows.removeForgotten(temporary);
            Properties settings = new Properties();
            settings.setProperty("memory_limit", memoryLimit() + "B");
            settings.setProperty("temp_directory", temporary.toString());
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("autoload_known_extensions", "false");
            settings.setProperty("jdbc_stream_results", "true");
            DuckDBConnection fresh = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
            java.registerIn(fresh);
            SessionTime.prepare(fresh);
            opened = fresh;
        }
        return opened;
    }

    private static long memoryLimit() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.min(MEMORY_MOST, system.getTotalMemorySize() / 100 * MEMORY_PERCENT);
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
