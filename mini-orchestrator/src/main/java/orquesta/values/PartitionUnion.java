package orquesta.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.event.Materialization;
import orquesta.text.UserException;

/** The partitions of a table as one relation: all have the columns of the first, in whatever order. */
final class PartitionUnion {
    /** Days, weeks and months can be asked for in a row, categories cannot. */
    private static final Pattern OF_TIME = Pattern.compile("\\d{4}-[W\\d-]+");

    private final Relation.Builder builder = Relation.with("p0", Relation.sql("select 1"));
    private final List<String> parts = new ArrayList<>();
    private @Nullable Task first;
    private List<Column> columns = List.of();

    /**
     * Adds a partition.
     *
     * @throws UserException if its columns are other ones than those of the first; names both, and what computes them again
     */
    void add(Task task, Materialization value, Relation rows) {
        List<Column> found = sorted(value);
        if (first == null) {
            first = task;
            columns = found;
        }
        if (!found.equals(columns)) {
            throw new UserException(
                    "",
                    "value.partitions_differ",
                    task.text(),
                    text(found, columns),
                    first.text(),
                    text(columns, found),
                    task.asset(),
                    again(first.partition(), task.partition()));
        }
        String name = "p" + parts.size();
        builder.with(name, rows);
        parts.add("select * from " + name);
    }

    Relation relation() {
        return builder.sql(String.join(" union all by name ", parts));
    }

    /** From one to the other, where that can be said. */
    private static String again(String from, String to) {
        boolean inARow = OF_TIME.matcher(from).matches() && OF_TIME.matcher(to).matches();
        return inARow ? from + ".." + to : to;
    }

    private static List<Column> sorted(Materialization value) {
        return value.contents().columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    /** Those that the other has not; all if it has them all. */
    private static String text(List<Column> columns, List<Column> others) {
        List<Column> own =
                columns.stream().filter(column -> !others.contains(column)).toList();
        return (own.isEmpty() ? columns : own)
                .stream().map(column -> column.name() + " " + column.type()).collect(Collectors.joining(", "));
    }
}
