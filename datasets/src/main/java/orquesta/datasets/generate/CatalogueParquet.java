package orquesta.datasets.generate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Writes a catalogue as Parquet, through DuckDB: what is empty in the text is null there. */
final class CatalogueParquet {
    private CatalogueParquet() {}

    static void write(Path file, List<List<String>> rows) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set threads = 1");
            statement.execute(
                    "create table catalogo (producto varchar, categoria_norm varchar, impuesto decimal(5,4))");
            try (PreparedStatement insert = duck.prepareStatement(
                    "insert into catalogo values (nullif(?, ''), nullif(?, ''), nullif(?, '')::decimal(5,4))")) {
                for (List<String> row : rows) {
                    insert.setString(1, row.get(0));
                    insert.setString(2, row.get(1));
                    insert.setString(3, row.get(2));
                    insert.execute();
                }
            }
            statement.execute(
                    "copy catalogo to '" + file.toString().replace("'", "''") + "' (format parquet, compression zstd)");
        }
    }
}
