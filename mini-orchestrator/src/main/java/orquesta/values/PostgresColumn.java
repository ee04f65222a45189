package orquesta.values;

import java.util.List;
import java.util.Map;
import orquesta.asset.Column;
import orquesta.text.UserException;

/**
 * A column of a table in both databases. Values travel as text, in which both write them exactly; the two differ in years
 * before Christ and in bytes, and DuckDB's times with a zone are written in UTC.
 *
 * @param column as DuckDB has it
 * @param type as PostgreSQL has it
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">the types of PostgreSQL</a>
 */
record PostgresColumn(Column column, String type) {
    private static final int NAME_BYTES = 63;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("BOOLEAN", "boolean"),
            Map.entry("TINYINT", "smallint"),
            Map.entry("SMALLINT", "smallint"),
            Map.entry("INTEGER", "integer"),
            Map.entry("BIGINT", "bigint"),
            Map.entry("UTINYINT", "smallint"),
            Map.entry("USMALLINT", "integer"),
            Map.entry("UINTEGER", "bigint"),
            Map.entry("UBIGINT", "numeric(20,0)"),
            Map.entry("FLOAT", "real"),
            Map.entry("DOUBLE", "double precision"),
            Map.entry("VARCHAR", "text"),
            Map.entry("DATE", "date"),
            Map.entry("TIME", "time"),
            Map.entry("TIMESTAMP", "timestamp"),
            Map.entry("TIMESTAMP WITH TIME ZONE", "timestamp with time zone"),
            Map.entry("BLOB", "bytea"),
            Map.entry("UUID", "uuid"));

    private static final String BEFORE_CHRIST = " (BC)";

    /** @throws UserException if a column has a type or a name that PostgreSQL would not keep; says which */
    static List<PostgresColumn> all(List<Column> columns) {
        return columns.stream().map(PostgresColumn::of).toList();
    }

    private static PostgresColumn of(Column column) {
        boolean decimal = column.type().matches("DECIMAL\\(\\d+,\\d+\\)");
        String type = decimal ? column.type().replace("DECIMAL", "numeric") : TYPES.get(column.type());
        if (type == null) {
            throw new UserException("", "postgres.type", column.name(), column.type());
        }
        if (TableNames.bytes(column.name()) > NAME_BYTES) {
            throw new UserException("", "postgres.long_name", column.name(), NAME_BYTES);
        }
        return new PostgresColumn(column, type);
    }

    /** Name and type, as a table is created. */
    String declaration() {
        return column.quoted() + " " + type;
    }

    /** An expression of DuckDB for what {@link #toPostgres} makes ready. */
    String written() {
        String name = column.quoted();
        return switch (column.type()) {
            case "BLOB" -> "'\\x' || hex(" + name + ")";
            case "TIMESTAMP WITH TIME ZONE" ->
                "case when isfinite(" + name + ") then make_timestamp(epoch_us(" + name + "))::varchar || '+00' else "
                        + name + "::varchar end";
            default -> name;
        };
    }

    /** A text of DuckDB as PostgreSQL reads it. */
    String toPostgres(String text) {
        if (isText()) {
            if (text.indexOf('\0') >= 0) {
                throw new UserException("", "postgres.null_letter", column.name());
            }
            return text;
        }
        int mark = text.indexOf(BEFORE_CHRIST);
        return mark < 0 ? text : text.substring(0, mark) + text.substring(mark + BEFORE_CHRIST.length()) + " BC";
    }

    /** A text of PostgreSQL as DuckDB reads it. */
    String toDuck(String text) {
        if (column.type().equals("BLOB")) {
            return text.substring(2).replaceAll("..", "\\\\x$0");
        }
        if (isText() || !text.endsWith(" BC")) {
            return text;
        }
        String without = text.substring(0, text.length() - " BC".length());
        int day = without.indexOf(' ');
        return day < 0 ? without + BEFORE_CHRIST : without.substring(0, day) + BEFORE_CHRIST + without.substring(day);
    }

    private boolean isText() {
        return type.equals("text");
    }
}
