package orquesta.duckfile;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** A file of DuckDB appears whole or not at all: DuckDB takes one that was cut short for no database of its own. */
final class NewDatabase {
    private NewDatabase() {}

    /** Makes an empty database. */
    interface Making {
        void make(Path file) throws SQLException;
    }

    /** Two processes may find none at the same time: then the one that was faster counts. */
    static void makeUnlessThere(Path file, Making making) throws SQLException, IOException {
        if (Files.exists(file)) {
            return;
        }
        Path own = file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID());
        try {
            making.make(own);
            Files.createLink(file, own);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(own);
        }
    }
}
