package orquesta.tienda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.text.UserException;

/** A connection to a database in a file, which writes into a journal when it is opened and when it is closed. */
public final class ConexionDb implements AutoCloseable {
    private final Connection connection;
    private final List<String> journal;

    private ConexionDb(Connection connection, List<String> journal) {
        this.connection = connection;
        this.journal = journal;
    }

    /**
     * Opens the database of a file; the journal gets the line {@code abre}.
     *
     * @throws IllegalStateException if it does not open, with what the database says
     */
    public static ConexionDb abrir(String archivo, List<String> bitacora) {
        try {
            ConexionDb opened = new ConexionDb(DriverManager.getConnection("jdbc:duckdb:" + archivo), bitacora);
            bitacora.add("abre");
            return opened;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * A new database with the table {@code clientes(nombre, ciudad)}, in place of one that was there.
     *
     * @param clientes each a row as SQL writes it: {@code 'Ana', 'Temuco'}
     */
    public static Path crear(Path archivo, String... clientes) throws IOException, SQLException {
        Files.deleteIfExists(archivo);
        try (Connection made = DriverManager.getConnection("jdbc:duckdb:" + archivo);
                Statement sql = made.createStatement()) {
            sql.execute("create table clientes (nombre varchar, ciudad varchar)");
            for (String cliente : clientes) {
                sql.execute("insert into clientes values (" + cliente + ")");
            }
        }
        return archivo;
    }

    /**
     * The rows that a query gives now, each value as text; they can still be read when this is closed. A connection bears one
     * query at a time, so steps that run side by side wait for each other.
     *
     * @throws UserException if the query fails, with what the database says
     */
    public synchronized Relation consulta(String consulta) {
        try (Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(consulta)) {
            List<Column> columns = columns(found.getMetaData());
            List<Object[]> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row(found, columns.size()));
            }
            return Relation.of(new Rows(columns, rows));
        } catch (SQLException e) {
            throw new UserException("", "sql.failed", said(e));
        }
    }

    /** Without the words that DuckDB puts before every error of a query. */
    private static String said(SQLException e) {
        return String.valueOf(e.getMessage()).replaceFirst("(?s)^.*closed pending query result\\s+Error: ", "");
    }

    private static List<Column> columns(ResultSetMetaData described) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int at = 1; at <= described.getColumnCount(); at++) {
            columns.add(new Column(described.getColumnLabel(at), "VARCHAR"));
        }
        return columns;
    }

    private static Object[] row(ResultSet found, int width) throws SQLException {
        Object[] row = new Object[width];
        for (int at = 0; at < width; at++) {
            row[at] = found.getString(at + 1);
        }
        return row;
    }

    @Override
    public void close() throws SQLException {
        journal.add("cierra");
        connection.close();
    }

    private record Rows(List<Column> columns, List<Object[]> rows) implements RowSource {
        @Override
        public Cursor open() {
            Iterator<Object[]> rest = rows.iterator();
            return new Cursor() {
                @Override
                public @Nullable Object @Nullable [] next() {
                    return rest.hasNext() ? rest.next() : null;
                }

                @Override
                public void close() {}
            };
        }
    }
}
