package orquesta.autograder.judge;

import static java.util.stream.Collectors.joining;
import static orquesta.autograder.judge.RowKeys.firstDifference;
import static orquesta.autograder.judge.RowKeys.holdAll;
import static orquesta.autograder.judge.RowKeys.without;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orquesta.autograder.evidence.Value;
import orquesta.autograder.exercise.Exercise.ComparedColumn;
import orquesta.autograder.judge.Difference.Sample;
import orquesta.text.Message;

/**
 * Compares two tables, row by row in order, and finds the class of their difference.
 *
 * @param origins for each expected row the input row that it comes from, as text; may be empty
 */
record TableComparison(
        List<ComparedColumn> columns, List<List<Value>> expected, List<String> origins, List<List<Value>> actual) {
    Optional<Difference> difference() {
        List<List<String>> wanted = keys(expected);
        List<List<String>> found = keys(actual);
        if (wanted.equals(found)) {
            return Optional.empty();
        }
        List<List<String>> missing = without(wanted, found);
        List<List<String>> extra = without(found, wanted);
        return Optional.of(rowsOf(wanted, found, missing, extra).orElseGet(() -> cells(wanted, found)));
    }

    /**
     * The same without regard to order: where right rows stand in another order, each stands where it is expected, and
     * the others fill the places that are left. Rows that are in order stay as they are, with their numbers.
     */
    TableComparison inTheirPlaces() {
        List<List<String>> wanted = keys(expected);
        List<List<String>> found = keys(actual);
        List<List<String>> right = without(found, without(found, wanted));
        if (right.equals(without(wanted, without(wanted, found)))) {
            return this;
        }
        List<List<Value>> left = new ArrayList<>(actual);
        List<List<String>> leftKeys = new ArrayList<>(found);
        List<Optional<List<Value>>> placed = new ArrayList<>();
        for (List<String> row : wanted) {
            int at = leftKeys.indexOf(row);
            placed.add(at < 0 ? Optional.empty() : Optional.of(left.remove(at)));
            if (at >= 0) {
                leftKeys.remove(at);
            }
        }
        List<List<Value>> rows = new ArrayList<>();
        for (Optional<List<Value>> row : placed) {
            row.or(() -> left.isEmpty() ? Optional.empty() : Optional.of(left.remove(0)))
                    .ifPresent(rows::add);
        }
        rows.addAll(left);
        return new TableComparison(columns, expected, origins, rows);
    }

    /** The classes that speak of whole rows. */
    private Optional<Difference> rowsOf(
            List<List<String>> wanted, List<List<String>> found, List<List<String>> missing, List<List<String>> extra) {
        int at = firstDifference(wanted, found);
        if (missing.isEmpty() && extra.isEmpty()) {
            return Optional.of(cell(DifferenceKind.ORDER, at, at));
        }
        if (missing.isEmpty()) {
            boolean repeated = holdAll(wanted, extra);
            return Optional.of(extra(
                    repeated ? DifferenceKind.DUPLICATES : DifferenceKind.EXTRA_ROWS,
                    firstIn(found, extra, at),
                    extra.size()));
        }
        if (extra.isEmpty()) {
            boolean repeated = holdAll(found, missing);
            return Optional.of(missing(
                    repeated ? DifferenceKind.DUPLICATES : DifferenceKind.MISSING_ROWS,
                    firstIn(wanted, missing, at),
                    missing.size()));
        }
        return Optional.empty();
    }

    /**
     * Some rows differ in their values: the first one decides, by its first column that differs. A row is gone there, or
     * too many, only if it goes on so, and more is right then: a value that stands in another row, too, says nothing.
     */
    private Difference cells(List<List<String>> wanted, List<List<String>> found) {
        int at = firstDifference(wanted, found);
        boolean gone = at >= found.size() || skips(wanted, found, at);
        boolean added = at >= wanted.size() || skips(found, wanted, at);
        if (added && !gone) {
            return extra(DifferenceKind.EXTRA_ROWS, at, 1);
        }
        if (gone) {
            return missing(DifferenceKind.MISSING_ROWS, at, 1);
        }
        List<Value> row = actual.get(at);
        if (row.size() != columns.size()) {
            boolean none = row.size() == 1 && row.get(0).isNull();
            return cell(none ? DifferenceKind.NULL : DifferenceKind.TYPE, at, at);
        }
        int column = firstDifference(wanted.get(at), found.get(at));
        DifferenceKind kind = CellKinds.of(expected.get(at).get(column), row.get(column), columns.get(column));
        Sample sample = new Sample(
                at + 1,
                columns.get(column).name(),
                Cells.text(expected.get(at).get(column)),
                Cells.text(row.get(column)),
                origin(at));
        Message shown = Message.of("diff.cell", at + 1, sample.column(), sample.expected(), sample.actual());
        return difference(kind, shown, sample);
    }

    /** Two whole rows at one place. */
    private Difference cell(DifferenceKind kind, int wanted, int found) {
        Sample sample = new Sample(
                found + 1, "", Cells.text(expected.get(wanted)), Cells.text(actual.get(found)), origin(wanted));
        return difference(kind, Message.of("diff.row", found + 1, sample.expected(), sample.actual()), sample);
    }

    private Difference missing(DifferenceKind kind, int at, int count) {
        Sample sample = new Sample(at + 1, "", Cells.text(expected.get(at)), "", origin(at));
        String key = count > 1 ? "diff.missing_some" : "diff.missing";
        return difference(kind, Message.of(key, at + 1, sample.expected(), count), sample);
    }

    private Difference extra(DifferenceKind kind, int at, int count) {
        Sample sample = new Sample(at + 1, "", "", Cells.text(actual.get(at)), "");
        String key = count > 1 ? "diff.extra_some" : "diff.extra";
        return difference(kind, Message.of(key, at + 1, sample.actual(), count), sample);
    }

    private Difference difference(DifferenceKind kind, Message shown, Sample sample) {
        List<Message> details = new ArrayList<>();
        details.add(shown);
        if (sample.column().isEmpty()) {
            details.add(Message.of(
                    "diff.columns", columns.stream().map(ComparedColumn::name).collect(joining(", "))));
        }
        if (!sample.input().isEmpty()) {
            details.add(Message.of("diff.input", sample.input()));
        }
        details.add(Message.of("diff.counts", expected.size(), actual.size()));
        return new Difference(kind, Message.of("difference." + kind.code()), details, Optional.of(sample));
    }

    private String origin(int row) {
        return row < origins.size() ? origins.get(row) : "";
    }

    private List<List<String>> keys(List<List<Value>> rows) {
        return rows.stream().map(row -> Cells.key(row, columns)).toList();
    }

    /** Whether some rows go on at a place where the others left out a few, and more is equal then. */
    private static boolean skips(List<?> some, List<?> others, int at) {
        int on = at < some.size() ? some.subList(at, some.size()).indexOf(others.get(at)) : -1;
        return on > 0 && matches(some, at + on, others, at) > matches(some, at, others, at);
    }

    /** How many rows are equal from these two places on, row by row. */
    private static int matches(List<?> some, int from, List<?> others, int place) {
        int equal = 0;
        for (int i = 0; from + i < some.size() && place + i < others.size(); i++) {
            equal += some.get(from + i).equals(others.get(place + i)) ? 1 : 0;
        }
        return equal;
    }

    /** Where the first of these rows stands, from a place on if possible. */
    private static int firstIn(List<List<String>> rows, List<List<String>> these, int from) {
        for (int i = from; i < rows.size(); i++) {
            if (these.contains(rows.get(i))) {
                return i;
            }
        }
        return Math.max(0, rows.indexOf(these.get(0)));
    }
}
