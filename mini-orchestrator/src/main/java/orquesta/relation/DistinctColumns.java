package orquesta.relation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import orquesta.asset.Column;
import orquesta.text.UserException;

/**
 * No table has two columns of one name: whoever reads by name would get the first, or a name that nobody wrote ({@code
 * total_1}). Names are compared as DuckDB compares them: the letters A to Z in any case.
 */
public final class DistinctColumns {
    private DistinctColumns() {}

    /**
     * The columns, if each has a name of its own.
     *
     * @throws UserException if two have one name; says which
     */
    public static List<Column> require(List<Column> columns) {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (Column column : columns) {
            if (!seen.add(folded(column.name()))) {
                twice.add('"' + column.name() + '"');
            }
        }
        if (!twice.isEmpty()) {
            throw new UserException("", "relation.column_twice", String.join(", ", twice));
        }
        return columns;
    }

    private static String folded(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                folded.setCharAt(i, Character.toLowerCase(letter));
            }
        }
        return folded.toString();
    }
}
