package orquesta.values;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.RowSource;
import orquesta.relation.Duck;

/**
 * The rows of a table of an attempt, read as they are needed. The table never changes, so each reading sees the same rows.
 *
 * @param table where they are
 * @param types the columns, in their order
 */
record PostgresRows(PostgresServer server, TableNames.Place table, List<PostgresColumn> types) implements RowSource {
    /** So many rows wait in memory at most. */
    private static final int FETCHED = 2_000;

    @Override
    public List<Column> columns() {
        return types.stream().map(PostgresColumn::column).toList();
    }

    @Override
    public Cursor open() {
        String names = types.stream().map(type -> type.column().quoted()).collect(Collectors.joining(", "));
        Connection connection = server.connect();
        Duck.Waiting waiting = server.waits(connection);
        try {
            Statement statement = connection.createStatement();
            statement.setFetchSize(FETCHED);
            ResultSet rows = statement.executeQuery("select " + names + " from " + table.sql());
            return new Reading(connection, waiting, rows);
        } catch (SQLException e) {
            waiting.close();
            close(connection);
            throw server.meaning(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            return; // nothing was written by it
        }
    }

    /** {@code from ventas.ingresos_totales} in an error. */
    @Override
    public String toString() {
        return table.toString();
    }

    private final class Reading implements Cursor {
        private final Connection connection;
        private final Duck.Waiting waiting;
        private final ResultSet rows;
        private final @Nullable Object[] row = new Object[types.size()];

        Reading(Connection connection, Duck.Waiting waiting, ResultSet rows) {
            this.connection = connection;
            this.waiting = waiting;
            this.rows = rows;
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            try {
                if (!rows.next()) {
                    return null;
                }
                for (int i = 0; i < row.length; i++) {
                    row[i] = value(i);
                }
                return row;
            } catch (SQLException e) {
                throw server.meaning(e);
            }
        }

        private @Nullable Object value(int place) throws SQLException {
            PostgresColumn column = types.get(place);
            Object value = switch (column.column().type()) {
                case "BIGINT", "INTEGER", "SMALLINT", "TINYINT" -> rows.getLong(place + 1);
                case "BOOLEAN" -> rows.getBoolean(place + 1);
                case "DOUBLE" -> rows.getDouble(place + 1);
                case "FLOAT" -> (double) rows.getFloat(place + 1);
                default -> rows.getString(place + 1);
            };
            if (value == null || rows.wasNull()) {
                return null;
            }
            return value instanceof String text ? column.toDuck(text) : value;
        }

        @Override
        public void close() {
            waiting.close();
            PostgresRows.close(connection);
        }
    }
}
