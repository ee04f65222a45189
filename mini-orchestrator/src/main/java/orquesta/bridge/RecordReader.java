package orquesta.bridge;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.text.UserException;

/** The rows of a table as records: the column {@code precio_total} fills the component {@code precioTotal}, exactly or not at all. */
final class RecordReader {
    private final Class<?> type;
    private final List<Component> components;

    RecordReader(Class<?> type) {
        this.type = type;
        this.components = Components.of(type);
    }

    /** The columns that the record names, in its order; a missing one is an error that lists what there is. */
    String select(List<Column> columns) {
        Map<String, String> types = columns.stream().collect(Collectors.toMap(Column::name, Column::type));
        for (Component component : components) {
            if (!types.containsKey(component.column().name())) {
                String there = columns.stream().map(Column::name).collect(Collectors.joining(", "));
                throw new UserException(
                        type.getSimpleName(),
                        "record.column",
                        component.column().name(),
                        there);
            }
        }
        return components.stream()
                .map(Component::column)
                .map(wanted -> expression(wanted, String.valueOf(types.get(wanted.name()))))
                .collect(Collectors.joining(", "));
    }

    /** Texts are what DuckDB makes of a value, and local times are those of the session's zone; the driver has other rules. */
    private static String expression(Column wanted, String found) {
        boolean text = wanted.type().equals("VARCHAR");
        boolean local = wanted.type().equals("TIMESTAMP") && found.equals("TIMESTAMP WITH TIME ZONE");
        return text || local ? wanted.quoted() + "::" + wanted.type() + " as " + wanted.quoted() : wanted.quoted();
    }

    /** The rows of a result as records. */
    List<Object> records(ResultSet result) throws SQLException, ReflectiveOperationException {
        Class<?>[] types = components.stream().map(Component::type).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        List<Object> records = new ArrayList<>();
        while (result.next()) {
            @Nullable Object[] values = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                values[i] = Cell.read(result, i + 1, components.get(i));
            }
            records.add(made(constructor, values));
        }
        return records;
    }

    private Object made(Constructor<?> constructor, @Nullable Object[] values) throws ReflectiveOperationException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new UserException(type.getSimpleName(), "record.refused", Component.said(e.getCause()));
        }
    }
}
