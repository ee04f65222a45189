package orquesta.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tables of databases that a session has copied: each once, until the session closes. */
final class TableCopies {
    private final Path folder;
    private final Map<CopiedRows, Path> copies = new HashMap<>();

    /** @param folder where the copies are */
    TableCopies(Path folder) {
        this.folder = folder;
    }

    /** The copy as the table of a query. */
    String table(CopiedRows table) {
        return "read_parquet("
                + SqlConstant.of(copies.computeIfAbsent(table, this::copied).toString()) + ")";
    }

    private Path copied(CopiedRows table) {
        try {
            Path copy = StagedRows.newFile(folder);
            try {
                table.copy(copy);
            } catch (RuntimeException e) {
                Files.deleteIfExists(copy);
                throw e;
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() throws IOException {
        for (Path copy : copies.values()) {
            Files.deleteIfExists(copy);
        }
    }
}
