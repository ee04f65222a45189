package orquesta.tienda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import orquesta.lesson.Sandbox;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** Who sends the catalogue, and one day sends it otherwise. */
public final class Proveedor {
    private static final String CATALOGUE = "catalogo.parquet";

    private Proveedor() {}

    /** A new folder with the shop's two files, where one column of the catalogue has another name. */
    public static Path renombra(Sandbox sandbox, String columna, String nuevoNombre) {
        Path folder = sandbox.folder("otro-mes");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            String catalogue = "'" + sandbox.data(CATALOGUE) + "'";
            List<String> columns = columns(sql, catalogue);
            if (!columns.contains(columna)) {
                throw new UserException("renombra", "tienda.no_column", columna, Nearest.clue(columna, columns));
            }
            Files.copy(sandbox.data("ventas.csv"), folder.resolve("ventas.csv"), StandardCopyOption.REPLACE_EXISTING);
            sql.execute("copy (select * rename (\"%s\" as \"%s\") from %s) to '%s' (format parquet)"
                    .formatted(columna, nuevoNombre.replace("\"", ""), catalogue, folder.resolve(CATALOGUE)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> columns(Statement sql, String catalogue) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet described = sql.executeQuery("describe from " + catalogue)) {
            while (described.next()) {
                columns.add(described.getString(1));
            }
        }
        return columns;
    }
}
