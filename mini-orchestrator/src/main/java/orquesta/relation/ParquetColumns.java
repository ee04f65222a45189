package orquesta.relation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import orquesta.asset.Column;
import orquesta.text.UserException;

/**
 * Columns as Parquet keeps them exactly. DuckDB would write HUGEINT, alone or inside a list, a struct or a map, as doubles;
 * the thousandths of a millisecond of an INTERVAL, the offset of a TIME and the kind of a UNION would be lost.
 */
final class ParquetColumns {
    /** A quoted name or constant, or a type that needs care; a name of a field stands before a blank. */
    private static final Pattern WORD = Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'"
            + "|(?<![\\p{L}\\p{N}_])(?:U?HUGEINT|BIGNUM|BIT|INTERVAL|UNION|TIME WITH TIME ZONE)(?=[,()\\[]|$)");

    private static final List<String> HUGE = List.of("HUGEINT", "UHUGEINT");
    private static final List<String> LOST = List.of("TIME WITH TIME ZONE", "UNION", "BIGNUM", "BIT");
    private static final String EXACT = "DECIMAL(38,0)";

    private final List<Column> columns;

    /** @throws UserException if Parquet would keep another value than a column has; says which column and type */
    ParquetColumns(List<Column> columns) {
        this.columns = columns;
        for (Column column : columns) {
            boolean nested = !column.type().equals("INTERVAL") && words(column).contains("INTERVAL");
            if (nested || words(column).stream().anyMatch(LOST::contains)) {
                throw new UserException("", "parquet.type", column.name(), column.type());
            }
        }
    }

    /** The query of what is written: the SQL itself where nothing needs care. */
    String select(String sql) {
        if (columns.stream().allMatch(column -> expression(column).equals(column.quoted()))) {
            return "\n" + sql + "\n";
        }
        return columns.stream()
                .map(column -> expression(column) + " as " + column.quoted())
                .collect(Collectors.joining(", ", "select ", Session.from(sql)));
    }

    /** Names of the columns that hold HUGEINT. */
    List<String> huge() {
        return columns.stream().filter(ParquetColumns::isHuge).map(Column::name).toList();
    }

    private static String expression(Column column) {
        String name = column.quoted();
        if (column.type().equals("INTERVAL")) {
            String message = "the column " + name + " holds an INTERVAL with thousandths of a millisecond";
            return "case when datepart('microsecond', " + name + ") % 1000 <> 0 then error('"
                    + message.replace("'", "''") + ", which Parquet cuts off') else " + name + " end";
        }
        return isHuge(column) ? name + "::" + exact(column) : name;
    }

    private static boolean isHuge(Column column) {
        return words(column).stream().anyMatch(HUGE::contains);
    }

    private static String exact(Column column) {
        return WORD.matcher(column.type())
                .replaceAll(word -> Matcher.quoteReplacement(HUGE.contains(word.group()) ? EXACT : word.group()));
    }

    private static List<String> words(Column column) {
        return WORD.matcher(column.type()).results().map(word -> word.group()).toList();
    }
}
