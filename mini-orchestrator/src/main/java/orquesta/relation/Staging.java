package orquesta.relation;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A second DuckDB, of one thread, that puts rows of ours into files for the one that computes; opened when first needed. One
 * thread gives the rows anyway, and where DuckDB has another, that one spins until they are all there.
 */
final class Staging {
    private static final String MEMORY = "200MiB";

    private final Path folder;
    private final RowFunction rows;
    private @Nullable DuckDBConnection opened;

    /** @param folder where the files are */
    Staging(Path folder, RowFunction rows) {
        this.folder = folder;
        this.rows = rows;
    }

    Path folder() {
        return folder;
    }

    /** A connection for one statement; close it. */
    synchronized DuckDBConnection connection() throws SQLException {
        if (opened == null) {
            Properties settings = new Properties();
            settings.setProperty("threads", "1");
            settings.setProperty("memory_limit", MEMORY);
            settings.setProperty("temp_directory", folder.toString());
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("autoload_known_extensions", "false");
            DuckDBConnection fresh = DuckInstance.connect(settings);
            rows.registerIn(fresh);
            opened = fresh;
        }
        return opened.duplicate();
    }

    synchronized void close() throws SQLException {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
