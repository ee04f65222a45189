package orquesta.io;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Names;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.text.UserException;

/** A list of records as a table and back: a component {@code precioTotal} is the column {@code precio_total}. */
final class RecordTable {
    private final Class<?> type;
    private final List<RecordComponent> components;

    RecordTable(Class<?> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
    }

    /** The records as rows. DECIMAL columns get the scale of their longest value, so that none is rounded. */
    Relation relation(List<?> records) {
        List<Column> columns = components.stream()
                .map(component -> new Column(Names.snake(component.getName()), columnType(component, records)))
                .toList();
        return Relation.of(new RecordSource(columns, records));
    }

    private final class RecordSource implements RowSource {
        private final List<Column> columns;
        private final List<?> records;

        RecordSource(List<Column> columns, List<?> records) {
            this.columns = columns;
            this.records = records;
        }

        @Override
        public List<Column> columns() {
            return columns;
        }

        @Override
        public Cursor open() {
            Iterator<?> left = records.iterator();
            return new Cursor() {
                @Override
                public @Nullable Object @Nullable [] next() {
                    if (!left.hasNext()) {
                        return null;
                    }
                    Object record = left.next();
                    return components.stream()
                            .map(component -> stored(valueOf(component, record)))
                            .toArray();
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Constants of an enum are known by their names, whatever their text is. */
    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private String columnType(RecordComponent component, List<?> records) {
        Class<?> java = component.getType();
        if (java == BigDecimal.class) {
            int scale = records.stream()
                    .map(record -> (BigDecimal) valueOf(component, record))
                    .filter(value -> value != null)
                    .mapToInt(BigDecimal::scale)
                    .max()
                    .orElse(2);
            return "DECIMAL(38," + Math.max(0, scale) + ")";
        }
        return switch (java.getSimpleName()) {
            case "String" -> "VARCHAR";
            case "int", "Integer", "short", "Short" -> "INTEGER";
            case "long", "Long" -> "BIGINT";
            case "boolean", "Boolean" -> "BOOLEAN";
            case "double", "Double", "float", "Float" -> "DOUBLE";
            case "LocalDate" -> "DATE";
            case "LocalDateTime" -> "TIMESTAMP";
            default -> {
                if (java.isEnum()) {
                    yield "VARCHAR";
                }
                throw new UserException(type.getSimpleName(), "record.type", component.getName(), java.getSimpleName());
            }
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, @Nullable Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
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
                .map(component -> Session.quote(Names.snake(component.getName())))
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
