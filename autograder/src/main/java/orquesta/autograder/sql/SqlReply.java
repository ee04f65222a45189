package orquesta.autograder.sql;

import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import orquesta.autograder.child.Reply;
import orquesta.autograder.child.Thrown;
import orquesta.autograder.child.Wire;

/** What the child says of one query. The first byte says which of these it is; what the parser made of the text comes first. */
public final class SqlReply {
    public static final int TABLE = 20;

    /** DuckDB does not run it, with its words; without words there was no table. */
    public static final int REFUSED = 21;

    public static final int TOO_LONG = 22;

    private SqlReply() {}

    static byte[] hello() throws IOException {
        return Reply.hello();
    }

    static byte[] refused(String parsed, String words) throws IOException {
        return bounded(Wire.frame(out -> {
            out.writeByte(REFUSED);
            Wire.writeText(out, parsed);
            Wire.writeText(out, Thrown.cut(words));
        }));
    }

    static byte[] table(String parsed, ResultSet rows) throws IOException, SQLException {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        ResultSetMetaData about = rows.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            names.add(about.getColumnLabel(i));
            types.add(valueType(about.getColumnTypeName(i)));
        }
        List<List<String>> values = new ArrayList<>();
        while (rows.next()) {
            if (values.size() == Reply.MOST_ROWS) {
                return tooLong();
            }
            values.add(row(rows, types));
        }
        return bounded(Wire.frame(out -> {
            out.writeByte(TABLE);
            Wire.writeText(out, parsed);
            out.writeInt(names.size());
            for (String name : names) {
                Wire.writeText(out, Thrown.cut(name));
            }
            write(out, types, values);
        }));
    }

    private static List<String> row(ResultSet rows, List<String> types) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= types.size(); i++) {
            String text = rows.getString(i);
            boolean plain = text == null || !types.get(i - 1).equals("Double");
            row.add(plain ? text : String.valueOf(rows.getDouble(i)));
        }
        return row;
    }

    private static void write(DataOutputStream out, List<String> types, List<List<String>> rows) throws IOException {
        out.writeInt(rows.size());
        for (List<String> row : rows) {
            out.writeInt(row.size());
            for (int i = 0; i < row.size(); i++) {
                String text = row.get(i);
                Wire.writeText(out, text == null ? null : types.get(i));
                if (text != null) {
                    Wire.writeText(out, Thrown.cut(text));
                }
            }
        }
    }

    private static byte[] tooLong() throws IOException {
        return Wire.frame(out -> out.writeByte(TOO_LONG));
    }

    private static byte[] bounded(byte[] frame) throws IOException {
        return frame.length > Wire.LONGEST ? tooLong() : frame;
    }

    /** The class of a value of Java that holds as much; of other types their own name. */
    private static String valueType(String type) {
        if (type.startsWith("DECIMAL")) {
            return "BigDecimal";
        }
        return switch (type) {
            case "VARCHAR" -> "String";
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT" -> "Long";
            case "FLOAT", "DOUBLE" -> "Double";
            case "BOOLEAN" -> "Boolean";
            case "DATE" -> "LocalDate";
            default -> type;
        };
    }
}
