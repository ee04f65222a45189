package orquesta.relation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import orquesta.asset.Relation;

/**
 * Puts rows of ours into Parquet files for one statement. They come from one thread, and a query over them runs in that
 * thread; a query over a file runs on all cores, and a text function looks once at a text that many rows share.
 */
final class StagedRows implements AutoCloseable {
    private static final String NAME = "rows-";
    private static final String ENDING = ".parquet";

    /** A file, and the SQL of the rows that go into it before the query runs. */
    private record Staged(Path file, String rows) {}

    private final Path folder;
    private final List<Staged> staged = new ArrayList<>();

    /** @param folder where the files are until this is closed */
    StagedRows(Path folder) {
        this.folder = folder;
    }

    /** Removes what a process that was killed left behind: no statement takes a day. */
    static void removeForgotten(Path folder) throws IOException {
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAME + "*" + ENDING)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(yesterday) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Whether it pays: what is no query is copied as it comes. */
    static boolean serve(Relation relation) {
        return relation.form() instanceof Relation.Query;
    }

    /** The table of a query that stands for these rows. */
    String table(String rows) {
        try {
            Path file = Files.createTempFile(folder, NAME, ENDING);
            staged.add(new Staged(file, rows));
            return "read_parquet(" + quoted(file) + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return staged.isEmpty();
    }

    /** Reads the rows, each source once, in its order. */
    void fill(Statement statement) throws SQLException {
        for (Staged one : staged) {
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
