package orquesta.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import orquesta.load.Checkout;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.UserException;
import tech.tablesaw.api.Table;

/**
 * SQL over files, in a DuckDB that lives in this process: {@code sql.show("from 'tiendas/temuco.csv'")}. A name of a file
 * in a query is looked for in the folders of this object, one after the other.
 */
public final class Sql implements AutoCloseable {
    private final DuckDBConnection duck;

    /** @param folders where the files of a query are looked for */
    Sql(Path temporary, List<Path> folders) {
        Properties settings = new Properties();
        settings.setProperty("temp_directory", temporary.toString());
        settings.setProperty("memory_limit", "400MB");
        settings.setProperty("autoinstall_known_extensions", "false");
        try {
            duck = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be opened: " + e.getMessage(), e);
        }
        run("set file_search_path = "
                + quoted(folders.stream().map(Path::toString).collect(Collectors.joining(","))));
    }

    /**
     * Runs a query and gives its rows as a table to look at; of a query that is not written yet, an empty one.
     *
     * @throws UserException if DuckDB refuses the query, with its words
     */
    public Table show(String query) {
        Table shown = query.isBlank()
                ? Table.create()
                : asked(query, rows -> ResultTable.of(rows).shown(Language.current()));
        return shown.setName(Message.of("sql.result").toString());
    }

    /** The last value of the first row; null if there is no row, no value or no query yet. */
    public @Nullable Object value(String query) {
        if (query.isBlank()) {
            return null;
        }
        Optional<Object> last = asked(
                query,
                rows -> rows.next()
                        ? Optional.ofNullable(rows.getObject(rows.getMetaData().getColumnCount()))
                        : Optional.empty());
        return last.orElse(null);
    }

    /**
     * What a student has written as the answer to an exercise of one file of SQL; nothing while the file is not there or
     * holds comments alone.
     *
     * @param exercise {@code E06}
     */
    public String answer(String exercise) {
        Path folder =
                new Checkout(Path.of("")).base(Path.of("")).resolve("exercises").resolve(exercise);
        return written(folder.resolve("answer").resolve(exercise.toLowerCase(Locale.ROOT) + ".sql"));
    }

    static String written(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("--")) ? "" : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows a query gives; null if there is no query yet. */
    public @Nullable Long rows(String query) {
        return query.isBlank()
                ? null
                : asked(query, rows -> {
                    long count = 0;
                    while (rows.next()) {
                        count++;
                    }
                    return count;
                });
    }

    /** What is read of the result of a query. */
    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T asked(String query, Reader<T> reader) {
        return with(statement -> {
            try (ResultSet rows = statement.executeQuery(query)) {
                return reader.read(rows);
            }
        });
    }

    /**
     * Runs a statement that is there for what it does, such as {@code copy}.
     *
     * @return how many rows it wrote or changed
     */
    public long run(String statement) {
        return with(made -> made.execute(statement) ? written(made) : made.getLargeUpdateCount());
    }

    private static long written(Statement made) throws SQLException {
        try (ResultSet count = made.getResultSet()) {
            return count.next() ? count.getLong(1) : 0;
        }
    }

    /** What is done with an open statement. */
    private interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Statement statement = duck.createStatement()) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new UserException("sql", "sql.failed", said(e));
        }
    }

    /** What DuckDB says, without the frames of the driver below it. */
    private static String said(SQLException e) {
        return String.valueOf(e.getMessage())
                .replaceAll("(?m)^\\s+at .*\\R?", "")
                .replaceAll("(?s)^.*closed pending query result\\s*Error: ", "")
                .strip();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            duck.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
