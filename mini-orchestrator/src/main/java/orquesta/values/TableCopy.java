package orquesta.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.relation.Session;
import orquesta.text.UserException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A Tablesaw table that was made from stored tables. Tablesaw has one value for "missing" in each type (the empty text, NaN,
 * the least whole number), whole milliseconds and few types: what it lost of a column when it was read would be stored as
 * something else.
 */
final class TableCopy {
    private final Table copy;

    TableCopy(Table copy) {
        this.copy = copy;
    }

    /**
     * Compares with a table that it was made from, column by column of the same name.
     *
     * @throws UserException if a column of the copy may stand for other values than were read; says which and why
     */
    void requireSame(Session session, Relation original, List<Column> columns) {
        List<Loss> losses = new ArrayList<>();
        for (Column column : columns) {
            if (copy.containsColumn(column.name())) {
                requireNoText(column);
                loss(column).ifPresent(losses::add);
            }
        }
        if (losses.isEmpty()) {
            return;
        }
        String questions = String.join(", ", losses.stream().map(Loss::question).toList());
        List<@Nullable String> answers =
                session.sample(original.select(questions), 1).rows().get(0);
        for (int i = 0; i < losses.size(); i++) {
            if ("true".equals(answers.get(i))) {
                Loss loss = losses.get(i);
                throw new UserException("", "table.lost", loss.column().name(), loss.value());
            }
        }
    }

    /** All types that Tablesaw does not have were read as text. */
    private void requireNoText(Column column) {
        if (copy.column(column.name()) instanceof StringColumn && !column.type().equals("VARCHAR")) {
            String key = column.holdsExactNumbers() ? "table.text_decimal" : "table.text_type";
            throw new UserException("", key, column.name(), column.type());
        }
    }

    /** A value that a Table cannot hold, and the condition in SQL for it. */
    private record Loss(Column column, String value, String condition) {
        String question() {
            String condition = this.condition.replace("?", column.quoted());
            return "bool_or(" + condition + ") as " + column.quoted();
        }
    }

    private Optional<Loss> loss(Column column) {
        boolean missing = copy.column(column.name()).countMissing() > 0;
        return switch (column.type()) {
            case "TIMESTAMP" ->
                Optional.of(new Loss(
                        column,
                        "a time with microseconds, or a year past 9999",
                        "not isfinite(?) or epoch_us(?) % 1000 <> 0 or abs(year(?)) > 9999"));
            case "DATE" -> Optional.of(new Loss(column, "a year past 9999", "not isfinite(?) or abs(year(?)) > 9999"));
            case "VARCHAR" -> when(missing, new Loss(column, "''", "? = ''"));
            case "FLOAT", "DOUBLE" -> when(missing, new Loss(column, "NaN", "isnan(?)"));
            case "INTEGER" -> when(missing, new Loss(column, "-2147483648", "? = -2147483648"));
            case "BIGINT" -> when(missing, new Loss(column, "-9223372036854775808", "? = -9223372036854775808"));
            default -> Optional.empty();
        };
    }

    private static Optional<Loss> when(boolean missing, Loss loss) {
        return missing ? Optional.of(loss) : Optional.empty();
    }
}
