package orquesta.bridge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.relation.Session;
import orquesta.relation.TextOfTimes;

/** Rows as maps, for tests and pages. */
public final class NamedRows {
    private NamedRows() {}

    /** All rows, each value by the name of its column; for tables that fit into memory. */
    public static List<Map<String, @Nullable Object>> of(Session session, Relation relation) {
        List<Column> columns = session.columns(relation);
        return session.read(TextOfTimes.in(relation, columns), result -> {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.put(columns.get(i - 1).name(), value(result, i));
                }
                rows.add(row);
            }
            return rows;
        });
    }

    /** The driver's own local times move where the machine's zone has a gap. */
    private static @Nullable Object value(ResultSet result, int index) throws SQLException {
        Object value = result.getObject(index);
        return value instanceof Timestamp ? result.getObject(index, LocalDateTime.class) : value;
    }
}
