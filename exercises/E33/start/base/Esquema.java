package base;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The form of the database that this program knows. Leave it as it is. */
public final class Esquema {
    private static final int VERSION = 3;

    private Esquema() {}

    /**
     * Asks a connection that is open for the version of its tables.
     *
     * @throws SQLException if the database does not say it
     * @throws IllegalStateException if it is another version
     */
    public static void comprobar(Connection conexion) throws SQLException {
        try (Statement statement = conexion.createStatement();
                ResultSet rows = statement.executeQuery("select version from esquema")) {
            int version = rows.next() ? rows.getInt(1) : 0;
            if (version != VERSION) {
                throw new IllegalStateException(
                        "the tables have version " + version + ", this program knows " + VERSION);
            }
        }
    }
}
