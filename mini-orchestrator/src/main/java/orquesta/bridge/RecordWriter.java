package orquesta.bridge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Names;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.text.UserException;

/** A list of records as a table: a component {@code precioTotal} is the column {@code precio_total}. */
final class RecordWriter {
    private final Class<?> type;
    private final List<RecordComponent> components;

    RecordWriter(Class<?> type) {
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
}
