package orquesta.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.event.Materialization;
import orquesta.text.UserException;

/** The partitions of a table as one relation: all have the columns of the first, in whatever order. */
final class PartitionUnion {
    private final Relation.Builder builder = Relation.with("p0", Relation.sql("select 1"));
    private final List<String> parts = new ArrayList<>();
    private final List<Column> columns;

    PartitionUnion(Materialization first) {
        this.columns = sorted(first);
    }

    /**
     * Adds a partition.
     *
     * @throws UserException if its columns are other ones; names both
     */
    void add(Materialization value, Relation rows) {
        if (!sorted(value).equals(columns)) {
            throw new UserException(
                    "", "value.partitions_differ", value.location(), text(sorted(value)), text(columns));
        }
        String name = "p" + parts.size();
        builder.with(name, rows);
        parts.add("select * from " + name);
    }

    Relation relation() {
        return builder.sql(String.join(" union all by name ", parts));
    }

    private static List<Column> sorted(Materialization value) {
        return value.contents().columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    private static String text(List<Column> columns) {
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", "));
    }
}
