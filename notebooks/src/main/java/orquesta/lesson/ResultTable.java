package orquesta.lesson;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import orquesta.text.Language;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The rows of a query as a table: whole numbers and doubles as such, all else as text, exact decimals too.
 *
 * @param types the type in SQL of each column
 */
record ResultTable(Table table, Map<String, String> types) {
    static ResultTable of(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        Table table = Table.create("result");
        Map<String, String> types = new HashMap<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            String name = unused(table, columns.getColumnLabel(at));
            types.put(name, columns.getColumnTypeName(at));
            table.addColumns(empty(name, columns.getColumnTypeName(at)));
        }
        while (rows.next()) {
            for (int at = 0; at < table.columnCount(); at++) {
                append(table.column(at), rows, at + 1);
            }
        }
        return new ResultTable(table, types);
    }

    /** A query may give two columns of one name; a table of Tablesaw may not. */
    private static String unused(Table table, String name) {
        return table.containsColumn(name) ? unused(table, name + "_1") : name;
    }

    private static Column<?> empty(String name, String type) {
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> LongColumn.create(name);
            case "FLOAT", "DOUBLE" -> DoubleColumn.create(name);
            default -> StringColumn.create(name);
        };
    }

    private static void append(Column<?> column, ResultSet rows, int at) throws SQLException {
        if (rows.getObject(at) == null) {
            column.appendMissing();
        } else if (column instanceof LongColumn numbers) {
            numbers.append(rows.getLong(at));
        } else if (column instanceof DoubleColumn numbers) {
            numbers.append(rows.getDouble(at));
        } else {
            ((StringColumn) column).append(rows.getString(at));
        }
    }

    /** With numbers as people of a language write them. */
    Table shown(Language language) {
        return new ShownTable(language, types).of(table);
    }
}
