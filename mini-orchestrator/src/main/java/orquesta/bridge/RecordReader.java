package orquesta.bridge;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Names;
import orquesta.text.UserException;

/** The rows of a table as records: the column {@code precio_total} fills the component {@code precioTotal}, exactly or not at all. */
final class RecordReader {
    private final Class<?> type;
    private final List<RecordComponent> components;

    RecordReader(Class<?> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
    }

    /** The columns that the record names, in its order; a missing one is an error that lists what there is. */
    String select(List<Column> columns) {
        List<String> there = columns.stream().map(Column::name).toList();
        for (RecordComponent component : components) {
            if (!there.contains(Names.snake(component.getName()))) {
                throw new UserException(
                        type.getSimpleName(),
                        "record.column",
                        Names.snake(component.getName()),
                        String.join(", ", there));
            }
        }
        return components.stream()
                .map(component -> Column.quoted(Names.snake(component.getName())))
                .collect(Collectors.joining(", "));
    }

    /** The rows of a result as records. */
    List<Object> records(ResultSet result) throws SQLException, ReflectiveOperationException {
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        List<Object> records = new ArrayList<>();
        while (result.next()) {
            Object[] values = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                values[i] = convert(result, i + 1, components.get(i));
            }
            records.add(constructor.newInstance(values));
        }
        return records;
    }

    private @Nullable Object convert(ResultSet result, int column, RecordComponent component) throws SQLException {
        Class<?> java = component.getType();
        Object found = result.getObject(column);
        if (found == null) {
            if (java.isPrimitive()) {
                throw new UserException(type.getSimpleName(), "record.null", component.getName(), java.getSimpleName());
            }
            return null;
        }
        if (java.isEnum()) {
            return constant(component, result.getString(column));
        }
        return switch (java.getSimpleName()) {
            case "int", "Integer" -> (int) whole(found, component, Integer.SIZE);
            case "short", "Short" -> (short) whole(found, component, Short.SIZE);
            case "long", "Long" -> whole(found, component, Long.SIZE);
            case "BigDecimal" -> exact(found, component);
            case "boolean", "Boolean" -> result.getBoolean(column);
            case "double", "Double" -> result.getDouble(column);
            case "float", "Float" -> result.getFloat(column);
            case "LocalDate" -> result.getObject(column, LocalDate.class);
            case "LocalDateTime" -> result.getObject(column, LocalDateTime.class);
            default -> result.getString(column);
        };
    }

    private Object constant(RecordComponent component, String text) {
        return Arrays.stream(component.getType().getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new UserException(type.getSimpleName(), "record.enum", component.getName(), text));
    }

    /** The driver would cut off what does not fit: decimals, and the upper half of a long. */
    private long whole(Object found, RecordComponent component, int bits) {
        try {
            long number = found instanceof Integer || found instanceof Long
                    ? ((Number) found).longValue()
                    : exact(found, component).longValueExact();
            if (number >> (bits - 1) == number >> (Long.SIZE - 1)) {
                return number;
            }
        } catch (ArithmeticException e) {
            throw misfit(found, component);
        }
        throw misfit(found, component);
    }

    private BigDecimal exact(Object found, RecordComponent component) {
        if (found instanceof BigDecimal number) {
            return number;
        }
        try {
            if (found instanceof Number) {
                return new BigDecimal(found.toString());
            }
        } catch (NumberFormatException notFinite) {
            throw misfit(found, component);
        }
        throw misfit(found, component);
    }

    private UserException misfit(Object found, RecordComponent component) {
        String java = component.getType().getSimpleName();
        return new UserException(type.getSimpleName(), "record.number", component.getName(), found, java);
    }
}
