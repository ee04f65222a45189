package orquesta.autograder.child;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables of a library that the answer uses in place of lists of records. */
public interface TableForm {
    /** The name that an exercise gives to them. */
    String NAME = "Table";

    /** Whose classes the answer may use beside the JDK's. */
    ClassLoader visible();

    Class<?> type();

    /**
     * A table of these columns.
     *
     * @param columns name and type of each: {@code text}, {@code integer}, {@code double} ...
     * @param rows each value as text, or null
     */
    Object make(List<List<String>> columns, List<List<@Nullable String>> rows);

    List<String> columns(Object table);

    /** At most so many rows, and one more where there are more. */
    List<List<@Nullable Object>> rows(Object table, int most);
}
