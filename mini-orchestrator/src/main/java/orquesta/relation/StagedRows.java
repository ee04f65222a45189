package orquesta.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;

/**
 * Puts rows of ours into Parquet files for one statement. They come from one thread, and a query over them runs in that
 * thread; a query over a file runs on all cores, and a text function looks once at a text that many rows share.
 */
final class StagedRows implements AutoCloseable {
    private static final String NAME = "rows-";
    private static final String ENDING = ".parquet";

    /** A file, the rows that go into it before the query runs, and the SQL that reads them one by one. */
    private record Staged(Path file, RowSource source, String rows) {}

    private final Path folder;
    private final List<Staged> staged = new ArrayList<>();
    private final List<Staged> empty = new ArrayList<>();

    /** @param folder where the files are until this is closed */
    StagedRows(Path folder) {
        this.folder = folder;
    }

    /** Removes what a process that was killed left behind: no statement takes a day. */
    static void removeForgotten(Path folder) throws IOException {
        FileTime yesterday = FileTime.from(Clock.systemUTC().instant().minus(Duration.ofDays(1)));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAME + "*" + ENDING)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(yesterday) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** An empty file for rows, which {@link #removeForgotten} knows. */
    static Path newFile(Path folder) throws IOException {
        return Files.createTempFile(folder, NAME, ENDING);
    }

    /** Whether it pays: what is no query is copied as it comes, unless it can write itself. */
    static boolean serve(Relation relation) {
        return relation.form() instanceof Relation.Query
                || (relation.form() instanceof Relation.Streamed rows && rows.source() instanceof ParquetRows);
    }

    /** The table of a query that stands for these rows. */
    String table(String rows, RowSource source) {
        try {
            Path file = newFile(folder);
            Staged one = new Staged(file, source, rows);
            staged.add(one);
            empty.add(one);
            return "read_parquet(" + quoted(file) + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean areFull() {
        return empty.isEmpty();
    }

    /** Lets the sources write that can. */
    void fillThemselves() {
        empty.removeIf(one -> one.source() instanceof ParquetRows rows && wrote(rows, one.file()));
    }

    /** What failed is read one by one: it fails again there, and says so as ever. */
    private static boolean wrote(ParquetRows rows, Path file) {
        try {
            return rows.write(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads the rows of the others, each source once, in its order. */
    void fill(Statement statement) throws SQLException {
        for (Staged one : empty) {
            statement.execute("copy (from " + one.rows() + ") to " + quoted(one.file())
                    + " (format parquet, compression lz4_raw, use_tmp_file false)");
        }
    }

    private static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    @Override
    public void close() throws IOException {
        for (Staged one : staged) {
            Files.deleteIfExists(one.file());
        }
    }
}
