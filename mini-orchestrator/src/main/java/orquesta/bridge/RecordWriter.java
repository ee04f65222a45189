package orquesta.bridge;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.relation.DistinctColumns;
import orquesta.text.UserException;

/**
 * A list of records as a table: a component {@code precioTotal} is the column {@code precio_total}. What a column cannot
 * give back as it was is refused by its component.
 */
final class RecordWriter {
    private static final int DIGITS = 38;

    private final Class<?> type;
    private final List<Component> components;

    RecordWriter(Class<?> type) {
        this.type = type;
        this.components = Components.of(type);
    }

    /** The records as rows. DECIMAL columns get the scale of their longest value, so that none is rounded. */
    Relation relation(List<?> records) {
        requireNoNull(records);
        List<Column> columns = components.stream()
                .map(component -> columnOf(component, records))
                .toList();
        return Relation.of(new RecordSource(DistinctColumns.require(columns), records));
    }

    private void requireNoNull(List<?> records) {
        int place = 0;
        for (Object record : records) {
            place++;
            if (record == null) {
                throw new UserException(type.getSimpleName(), "record.missing", place);
            }
        }
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
                    return left.hasNext() ? row(left.next()) : null;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public String toString() {
            return "a list of " + records.size() + " " + type.getSimpleName();
        }
    }

    private @Nullable Object[] row(Object record) {
        return components.stream()
                .map(component -> stored(component, component.of(record)))
                .toArray();
    }

    /** Constants of an enum are known by their names, whatever their text is. */
    private static @Nullable Object stored(Component component, @Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof String text && !isWhole(text)) {
            throw component.misfit("record.half_letter");
        }
        if (value instanceof LocalDateTime time && !time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw component.misfit("record.nanoseconds", time);
        }
        return value;
    }

    /** Half of a letter outside the basic plane is no text that a file could hold. */
    private static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(letter -> letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
    }

    private static Column columnOf(Component component, List<?> records) {
        if (component.type() != BigDecimal.class) {
            return component.column();
        }
        List<BigDecimal> values = records.stream()
                .map(record -> (BigDecimal) component.of(Objects.requireNonNull(record)))
                .filter(Objects::nonNull)
                .toList();
        int scale =
                Math.max(0, values.stream().mapToInt(BigDecimal::scale).max().orElse(2));
        for (BigDecimal value : values) {
            int before = Math.max(0, value.precision() - value.scale());
            if (scale > DIGITS || before + scale > DIGITS) {
                throw component.misfit("record.decimal", value, before, scale);
            }
        }
        return new Column(component.column().name(), "DECIMAL(38," + scale + ")");
    }
}
