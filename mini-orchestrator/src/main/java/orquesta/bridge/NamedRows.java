package orquesta.bridge;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.relation.Session;

/** Rows as maps, for tests and pages. */
public final class NamedRows {
    private NamedRows() {}

    /** All rows, each value by the name of its column; for tables that fit into memory. */
    public static List<Map<String, @Nullable Object>> of(Session session, Relation relation) {
        List<Column> columns = session.columns(relation);
        return session.read(relation, result -> {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.size(); i++) {
                    Object value = result.getObject(i);
                    row.put(
                            columns.get(i - 1).name(),
                            value instanceof Timestamp time ? time.toLocalDateTime() : value);
                }
                rows.add(row);
            }
            return rows;
        });
    }
}
