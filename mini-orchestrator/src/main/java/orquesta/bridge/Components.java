package orquesta.bridge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import orquesta.text.Names;
import orquesta.text.UserException;

/** The types that components of a record may have in a table, each with the type of its column. */
final class Components {
    private static final String WHOLE = "INTEGER";
    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(String.class, "VARCHAR"),
            Map.entry(int.class, WHOLE),
            Map.entry(Integer.class, WHOLE),
            Map.entry(short.class, WHOLE),
            Map.entry(Short.class, WHOLE),
            Map.entry(long.class, "BIGINT"),
            Map.entry(Long.class, "BIGINT"),
            Map.entry(boolean.class, "BOOLEAN"),
            Map.entry(Boolean.class, "BOOLEAN"),
            Map.entry(double.class, "DOUBLE"),
            Map.entry(Double.class, "DOUBLE"),
            Map.entry(float.class, "DOUBLE"),
            Map.entry(Float.class, "DOUBLE"),
            Map.entry(BigDecimal.class, "DECIMAL(38,2)"),
            Map.entry(LocalDate.class, "DATE"),
            Map.entry(LocalDateTime.class, "TIMESTAMP"));

    private Components() {}

    /**
     * The components of a record that is a row of a table.
     *
     * @throws UserException if one of them has a type that no column can hold, or a name that no column comes back to
     */
    static List<Component> of(Class<?> record) {
        return List.of(record.getRecordComponents()).stream()
                .map(component -> new Component(record, component))
                .toList();
    }

    /** The type of the column, in DuckDB's words; DECIMAL with a scale of 2, which a value may need more of. */
    static String columnType(Class<?> record, String component, Class<?> type) {
        Names.requireJavaName(record.getSimpleName(), component);
        String column = type.isEnum() ? "VARCHAR" : TYPES.get(type);
        if (column == null) {
            throw new UserException(record.getSimpleName(), "record.type", component, type.getSimpleName());
        }
        return column;
    }
}
