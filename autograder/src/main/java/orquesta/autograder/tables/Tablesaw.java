package orquesta.autograder.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.TableForm;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables of Tablesaw, made of plain values and copied into such. */
final class Tablesaw implements TableForm {
    private final LibraryLoader libraries = new LibraryLoader();

    @Override
    public ClassLoader visible() {
        return libraries;
    }

    @Override
    public Class<?> type() {
        return Table.class;
    }

    @Override
    public Object make(List<List<String>> columns, List<List<@Nullable String>> rows) {
        Table table = Table.create("ventas");
        for (int i = 0; i < columns.size(); i++) {
            Column<?> column = empty(columns.get(i).get(0), columns.get(i).get(1));
            for (List<@Nullable String> row : rows) {
                append(column, row.get(i));
            }
            table.addColumns(column);
        }
        return table;
    }

    private static Column<?> empty(String name, String type) {
        return switch (type) {
            case "integer" -> IntColumn.create(name);
            case "double", "decimal" -> DoubleColumn.create(name);
            case "boolean" -> BooleanColumn.create(name);
            case "date" -> DateColumn.create(name);
            default -> StringColumn.create(name);
        };
    }

    private static void append(Column<?> column, @Nullable String value) {
        if (value == null) {
            column.appendMissing();
        } else if (column instanceof IntColumn numbers) {
            numbers.append(Integer.parseInt(value));
        } else if (column instanceof DoubleColumn numbers) {
            numbers.append(Double.parseDouble(value));
        } else if (column instanceof BooleanColumn truths) {
            truths.append(Boolean.parseBoolean(value));
        } else if (column instanceof DateColumn dates) {
            dates.append(LocalDate.parse(value));
        } else {
            ((StringColumn) column).append(value);
        }
    }

    @Override
    public List<String> columns(Object table) {
        return List.copyOf(((Table) table).columnNames());
    }

    @Override
    public List<List<@Nullable Object>> rows(Object table, int most) {
        Table all = (Table) table;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < all.rowCount() && rows.size() <= most; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Column<?> column : all.columns()) {
                row.add(column.isMissing(i) ? null : column.get(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
