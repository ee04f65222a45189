package orquesta.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection that only reads, and the statements that it was asked for. Used by one thread at a time. */
final class Reader implements AutoCloseable {
    /** More texts than there are questions; one that put numbers into its text would end here, not in the memory. */
    private static final int KEPT = 200;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Reader(Connection connection) {
        this.connection = connection;
    }

    /** Turns a row into a value. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        List<T> found = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) { // closed, it leaves its snapshot: the next answer sees more
            while (result.next()) {
                found.add(row.read(result));
            }
        }
        return found;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        if (statements.size() == KEPT) {
            forget();
        }
        PreparedStatement made = connection.prepareStatement(sql);
        statements.put(sql, made);
        return made;
    }

    private void forget() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            forget();
        }
    }
}
