package orquesta.autograder.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Many rows, each as the keys of its cells. They are sorted and never hashed: an answer can make a hundred thousand rows of
 * one hash, and a hash table of those takes the square of their number.
 */
final class RowKeys {
    private static final Comparator<List<String>> CELL_BY_CELL = (one, other) -> {
        int at = firstDifference(one, other);
        boolean both = at < one.size() && at < other.size();
        return both ? one.get(at).compareTo(other.get(at)) : Integer.compare(one.size(), other.size());
    };

    private RowKeys() {}

    /** The place of the first that differs; where one list ends, if all before it are equal. */
    static int firstDifference(List<?> some, List<?> others) {
        int at = 0;
        while (at < some.size() && at < others.size() && some.get(at).equals(others.get(at))) {
            at++;
        }
        return at;
    }

    /** Whether each of these is among the rows, however often. */
    static boolean holdAll(List<List<String>> rows, List<List<String>> these) {
        Set<List<String>> all = new TreeSet<>(CELL_BY_CELL);
        all.addAll(rows);
        return all.containsAll(these);
    }

    /** What is left of some rows when each of the others has taken one away. */
    static List<List<String>> without(List<List<String>> rows, List<List<String>> others) {
        Map<List<String>, Integer> counts = new TreeMap<>(CELL_BY_CELL);
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        List<List<String>> left = new ArrayList<>();
        for (List<String> row : rows) {
            if (counts.merge(row, -1, Integer::sum) < 0) {
                left.add(row);
            }
        }
        return left;
    }
}
