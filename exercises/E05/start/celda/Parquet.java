package celda;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What {@code Parquet} of a notebook does, for the few types of this exercise: DuckDB writes and reads. Given. */
public final class Parquet {
    private Parquet() {}

    /** Writes a table, each column with its type; a file that is there is replaced. */
    public static Path write(Table table, Path file) {
        List<String> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add("\"" + column.name() + "\" " + type(column)));
        try (Connection duck = duck();
                Statement statement = duck.createStatement()) {
            statement.execute("CREATE TABLE t (" + String.join(", ", columns) + ")");
            String gaps = "?, ".repeat(table.columnCount()).replaceFirst(", $", "");
            try (PreparedStatement row = duck.prepareStatement("INSERT INTO t VALUES (" + gaps + ")")) {
                for (int i = 0; i < table.rowCount(); i++) {
                    for (int c = 0; c < table.columnCount(); c++) {
                        Column<?> column = table.column(c);
                        row.setObject(c + 1, column.isMissing(i) ? null : column.get(i));
                    }
                    row.executeUpdate();
                }
            }
            statement.execute("COPY t TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    private static String type(Column<?> column) {
        if (column.type() == ColumnType.INTEGER) {
            return "INTEGER";
        } else if (column.type() == ColumnType.DOUBLE) {
            return "DOUBLE";
        } else if (column.type() == ColumnType.BOOLEAN) {
            return "BOOLEAN";
        }
        return column.type() == ColumnType.LOCAL_DATE ? "DATE" : "VARCHAR";
    }

    /** Reads a file as a table of its own. */
    public static Table read(Path file) {
        try (Connection duck = duck();
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT * FROM read_parquet('" + file.toString().replace("'", "''") + "')")) {
            Table table = Table.create(String.valueOf(file.getFileName()));
            for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                table.addColumns(empty(
                        rows.getMetaData().getColumnLabel(c), rows.getMetaData().getColumnType(c)));
            }
            while (rows.next()) {
                for (int c = 0; c < table.columnCount(); c++) {
                    append(table.column(c), rows, c + 1);
                }
            }
            return table;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage());
        }
    }

    private static Column<?> empty(String name, int type) {
        return switch (type) {
            case Types.INTEGER, Types.BIGINT -> IntColumn.create(name);
            case Types.DOUBLE -> DoubleColumn.create(name);
            case Types.BOOLEAN -> BooleanColumn.create(name);
            case Types.DATE -> DateColumn.create(name);
            default -> StringColumn.create(name);
        };
    }

    private static void append(Column<?> column, ResultSet rows, int at) throws SQLException {
        if (rows.getObject(at) == null) {
            column.appendMissing();
        } else if (column instanceof IntColumn numbers) {
            numbers.append(rows.getInt(at));
        } else if (column instanceof DoubleColumn numbers) {
            numbers.append(rows.getDouble(at));
        } else if (column instanceof BooleanColumn truths) {
            truths.append(rows.getBoolean(at));
        } else if (column instanceof DateColumn dates) {
            dates.append(Date.valueOf(rows.getString(at)).toLocalDate());
        } else {
            ((StringColumn) column).append(rows.getString(at));
        }
    }

    private static Connection duck() throws SQLException {
        return new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    }
}
