package orquesta;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A file of DuckDB as any client sees it: opened by its own driver, in a DuckDB of its own, and closed again. */
public record DuckFileForTests(Path file) {
    /** The first column of the answer, as text. */
    public List<String> texts(String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file);
    }

    /** The tables of attempts, of whichever home. */
    public List<String> tables() throws SQLException {
        return texts(
                "select table_name from duckdb_tables() where schema_name like 'orquesta\\_%' escape '\\' order by 1");
    }
}
