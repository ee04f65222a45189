package orquesta.bridge;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.relation.Session;
import orquesta.relation.TableType;
import orquesta.relation.TextOfTimes;
import orquesta.text.UserException;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables of Tablesaw and back. Tablesaw's own reader turns DECIMAL into a float and fails on HUGEINT; this one gives both
 * as text, exactly.
 */
public final class TablesawTables implements TableType {
    @Override
    public boolean is(Type type) {
        return type == Table.class;
    }

    /** All rows of a relation as a table, for looking. */
    @Override
    public Table read(Session session, Relation relation, Type type) {
        List<orquesta.asset.Column> columns = session.columns(relation);
        return session.read(TextOfTimes.in(relation, columns), result -> {
            Table table = Table.create("relation");
            for (orquesta.asset.Column column : columns) {
                table.addColumns(empty(column));
            }
            while (result.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    append(table.column(i), result, i + 1);
                }
            }
            return table;
        });
    }

    private static Column<?> empty(orquesta.asset.Column column) {
        String type = column.type().replaceAll("\\(.*", "");
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER" -> IntColumn.create(column.name());
            case "BIGINT" -> LongColumn.create(column.name());
            case "FLOAT", "DOUBLE" -> DoubleColumn.create(column.name());
            case "BOOLEAN" -> BooleanColumn.create(column.name());
            case "DATE" -> DateColumn.create(column.name());
            case "TIMESTAMP" -> DateTimeColumn.create(column.name());
            default -> StringColumn.create(column.name());
        };
    }

    private static void append(Column<?> column, ResultSet result, int index) throws SQLException {
        if (result.getObject(index) == null) {
            column.appendMissing();
        } else if (column instanceof IntColumn numbers) {
            numbers.append(result.getInt(index));
        } else if (column instanceof LongColumn numbers) {
            numbers.append(result.getLong(index));
        } else if (column instanceof DoubleColumn numbers) {
            numbers.append(result.getDouble(index));
        } else if (column instanceof BooleanColumn truths) {
            truths.append(result.getBoolean(index));
        } else if (column instanceof DateColumn dates) {
            dates.append(result.getObject(index, LocalDate.class));
        } else if (column instanceof DateTimeColumn times) {
            times.append(result.getObject(index, LocalDateTime.class));
        } else {
            ((StringColumn) column).append(result.getString(index));
        }
    }

    /**
     * A table as a relation.
     *
     * @throws UserException if a column holds floats, which is what Tablesaw makes of a DECIMAL: money would be rounded
     */
    @Override
    public Relation relation(Object value, Type type) {
        Table table = (Table) value;
        for (Column<?> column : table.columns()) {
            if (column.type() == ColumnType.FLOAT) {
                throw new UserException("", "table.decimal", column.name());
            }
        }
        return Relation.of(new TableSource(table));
    }

    private record TableSource(Table table) implements RowSource {
        @Override
        public List<orquesta.asset.Column> columns() {
            return table.columns().stream()
                    .map(column -> new orquesta.asset.Column(column.name(), typeOf(column)))
                    .toList();
        }

        private static String typeOf(Column<?> column) {
            return switch (column.type().name()) {
                case "SHORT", "INTEGER" -> "INTEGER";
                case "LONG" -> "BIGINT";
                case "DOUBLE" -> "DOUBLE";
                case "BOOLEAN" -> "BOOLEAN";
                case "LOCAL_DATE" -> "DATE";
                case "LOCAL_DATE_TIME" -> "TIMESTAMP";
                case "LOCAL_TIME" -> "TIME";
                case "INSTANT" -> "TIMESTAMP WITH TIME ZONE";
                default -> "VARCHAR";
            };
        }

        @Override
        public Cursor open() {
            return new Cursor() {
                private int at = 0;

                @Override
                public @Nullable Object @Nullable [] next() {
                    if (at == table.rowCount()) {
                        return null;
                    }
                    Object[] row = new Object[table.columnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = table.column(i).isMissing(at)
                                ? null
                                : table.column(i).get(at);
                    }
                    at++;
                    return row;
                }

                @Override
                public void close() {}
            };
        }
    }
}
