package orquesta.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import orquesta.asset.Relation;
import orquesta.bridge.TablesawTables;
import orquesta.relation.Duck;
import orquesta.relation.Session;
import orquesta.text.UserException;
import tech.tablesaw.api.Table;

/** Parquet for tables of Tablesaw, which does not know it: DuckDB writes and reads the file. */
public final class Parquet {
    private Parquet() {}

    /** Writes a table, each column with its type; a file that is there is replaced. */
    public static Path write(Table table, Path file) {
        try (Duck duck = duck()) {
            duck.parquet(new TablesawTables().relation(table, Table.class), file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file as a table of its own.
     *
     * @throws UserException if there is no such file
     */
    public static Table read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserException("parquet", "parquet.none", file);
        }
        try (Duck duck = duck();
                Session session = duck.session()) {
            String name = String.valueOf(file.getFileName());
            return new TablesawTables()
                    .read(session, Relation.parquet(file), Table.class)
                    .setName(name);
        }
    }

    private static Duck duck() {
        return new Duck(Path.of(System.getProperty("java.io.tmpdir"), "orquesta-parquet"));
    }
}
