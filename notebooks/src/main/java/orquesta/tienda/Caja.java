package orquesta.tienda;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import orquesta.text.UserException;

/** The database of the tills: one table with the shop's sales, under other names than the CSV file has. */
record Caja(Path file) {
    private static final List<String> WANTED = List.of("producto", "categoria", "precio", "cantidad");

    /** Makes the table {@code caja} of these sales. */
    void fill(List<VentaCruda> ventas) {
        try (DuckDBConnection duckdb = open();
                Statement sql = duckdb.createStatement()) {
            sql.execute("create or replace table caja"
                    + " (articulo varchar, rubro varchar, precio decimal(14, 2), unidades integer)");
            try (DuckDBAppender rows = duckdb.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "caja")) {
                for (VentaCruda venta : ventas) {
                    rows.beginRow();
                    rows.append(venta.producto());
                    rows.append(venta.categoria());
                    rows.append(venta.precio());
                    rows.append(venta.cantidad());
                    rows.endRow();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The sales that a query gives.
     *
     * @throws UserException if DuckDB refuses the query, in its words, or if it lacks a column
     */
    List<VentaCruda> ask(String query) {
        try (DuckDBConnection duckdb = open();
                Statement sql = duckdb.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            requireColumns(rows.getMetaData());
            List<VentaCruda> ventas = new ArrayList<>();
            while (rows.next()) {
                ventas.add(new VentaCruda(
                        rows.getString("producto"),
                        rows.getString("categoria"),
                        rows.getBigDecimal("precio"),
                        rows.getObject("cantidad") == null ? null : rows.getInt("cantidad")));
            }
            return ventas;
        } catch (SQLException e) {
            throw new UserException("caja", "sql.failed", e.getMessage());
        }
    }

    private static void requireColumns(ResultSetMetaData result) throws SQLException {
        List<String> missing = new ArrayList<>(WANTED);
        List<String> there = new ArrayList<>();
        for (int column = 1; column <= result.getColumnCount(); column++) {
            there.add(result.getColumnLabel(column).toLowerCase(Locale.ROOT));
        }
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new UserException("caja", "tienda.columns", missing.get(0), String.join(", ", there));
        }
    }

    private DuckDBConnection open() throws SQLException {
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file);
    }
}
