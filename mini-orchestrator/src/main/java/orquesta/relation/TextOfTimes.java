package orquesta.relation;

import java.util.List;
import java.util.stream.Collectors;
import orquesta.asset.Column;
import orquesta.asset.Relation;

/** Moments as DuckDB prints them in the zone of the session: the driver gives those of the machine's. */
public final class TextOfTimes {
    private TextOfTimes() {}

    /**
     * The same rows, with text where a value is a moment or holds one.
     *
     * @param columns those of the relation
     */
    public static Relation in(Relation relation, List<Column> columns) {
        if (columns.stream().noneMatch(column -> isMoment(column.type()))) {
            return relation;
        }
        return relation.select(columns.stream().map(TextOfTimes::expression).collect(Collectors.joining(", ")));
    }

    private static String expression(Column column) {
        String name = column.quoted();
        return isMoment(column.type()) ? name + "::varchar as " + name : name;
    }

    private static boolean isMoment(String type) {
        boolean nested = type.endsWith("]") || type.matches("(?s)(STRUCT|MAP|UNION)\\(.*");
        return type.startsWith("TIMESTAMP WITH TIME ZONE") || (nested && type.contains("TIMESTAMP"));
    }
}
