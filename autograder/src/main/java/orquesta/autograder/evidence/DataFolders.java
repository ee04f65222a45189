package orquesta.autograder.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.DataFile;
import orquesta.autograder.exercise.Row;

/** Writes the files of cases, each case into a folder of its own. */
public final class DataFolders {
    private DataFolders() {}

    /** The folder of the case of this number. */
    static String name(int number) {
        return "case-" + number;
    }

    /** An {@link SQLException} says that columns or rows of a file are not as DuckDB takes them. */
    public static void write(List<Case> cases, Path folder) throws IOException, SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            for (int i = 0; i < cases.size(); i++) {
                Path data = Files.createDirectories(folder.resolve(name(i)));
                for (DataFile file : cases.get(i).files()) {
                    write(file, data.resolve(file.name()), database);
                }
            }
        }
    }

    private static void write(DataFile file, Path path, Connection database) throws IOException, SQLException {
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        if (file instanceof DataFile.Text text) {
            Files.writeString(path, text.text(), StandardCharsets.UTF_8);
        } else if (file instanceof DataFile.Parquet table) {
            try (Statement statement = database.createStatement()) {
                statement.execute("create or replace table written (" + table.columns() + ")");
                insert(table.rows(), database);
                statement.execute("copy written to '" + path.toString().replace("'", "''") + "' (format parquet)");
            }
        }
    }

    private static void insert(List<Row> rows, Connection database) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String gaps = String.join(", ", Collections.nCopies(rows.get(0).values().size(), "?"));
        try (PreparedStatement insert = database.prepareStatement("insert into written values (" + gaps + ")")) {
            for (Row row : rows) {
                List<@Nullable String> texts = row.texts();
                for (int i = 0; i < texts.size(); i++) {
                    insert.setString(i + 1, texts.get(i));
                }
                insert.execute();
            }
        }
    }
}
