package orquesta.autograder.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orquesta.autograder.evidence.QueryEvidence;
import orquesta.autograder.evidence.QueryEvidence.NoAnswer;
import orquesta.autograder.evidence.QueryEvidence.Refused;
import orquesta.autograder.evidence.QueryEvidence.Table;
import orquesta.autograder.evidence.Value;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.ComparedColumn;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.files.ShortTexts;
import orquesta.text.Message;

/** Compares the tables of a query with those that were expected, and asks what the parser made of its text. */
public final class QueryJudge {
    private static final int LONGEST = 600;

    private final Exercise exercise;
    private final List<Case> cases;
    private final List<QueryEvidence> heard;

    /** @param heard for each case what the query did */
    public QueryJudge(Exercise exercise, List<Case> cases, List<QueryEvidence> heard) {
        this.exercise = exercise;
        this.cases = cases;
        this.heard = heard;
    }

    /** None means that the check passed. */
    public Optional<Difference> difference(GradedCheck check) {
        if (check.fact() != null) {
            String parsed = heard.stream()
                    .map(QueryEvidence::parsed)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
            return new ParsedQuery(parsed).lacks(check.fact(), String.valueOf(check.of()));
        }
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).check().equals(check.id())) {
                Optional<Difference> found =
                        difference(check, cases.get(i), heard.get(i).result());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> difference(GradedCheck check, Case asked, QueryEvidence.Result result) {
        if (result instanceof Refused refused) {
            return Optional.of(refused(refused.words()));
        } else if (result instanceof NoAnswer none) {
            return Optional.of(Judge.noAnswer(none.end().how(), none.end().place()));
        }
        Table table = (Table) result;
        return columns(exercise.output(), table.columns()).or(() -> rows(check, asked, table));
    }

    private static Difference refused(String words) {
        if (words.isEmpty() || words.contains("No statements to execute")) {
            return Difference.of(DifferenceKind.SQL, Message.of("difference.sql_no_table"));
        }
        String shown = ShortTexts.cut(words.strip().replaceAll("[\\p{Cc}&&[^\\n]]", " "), LONGEST);
        List<Message> details =
                shown.lines().map(line -> Message.of("diff.said", line)).toList();
        return new Difference(DifferenceKind.SQL, Message.of("difference.sql"), details, Optional.empty());
    }

    /** Their number and names, capitals aside. */
    static Optional<Difference> columns(List<ComparedColumn> output, List<String> found) {
        List<String> wanted = output.stream().map(ComparedColumn::name).toList();
        boolean same = wanted.size() == found.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = wanted.get(i).equalsIgnoreCase(found.get(i));
        }
        String shown = ShortTexts.cut(String.join(", ", found).replaceAll("[\\p{Cc}\\p{Cf}]", "·"), LONGEST);
        return same
                ? Optional.empty()
                : Optional.of(new Difference(
                        DifferenceKind.COLUMNS,
                        Message.of("difference.columns"),
                        List.of(Message.of("diff.named", String.join(", ", wanted), shown)),
                        Optional.empty()));
    }

    private Optional<Difference> rows(GradedCheck check, Case asked, Table table) {
        List<List<Value>> expected = Cells.values(asked.expected(), exercise.output());
        List<List<Value>> actual = table.rows().stream().map(this::fitted).toList();
        TableComparison tables = new TableComparison(exercise.output(), expected, List.of(), actual);
        return (exercise.isOrdered(check) ? tables : tables.inTheirPlaces()).difference();
    }

    private List<Value> fitted(List<Value> row) {
        List<Value> fitted = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            fitted.add(
                    i < exercise.output().size()
                            ? fitted(row.get(i), exercise.output().get(i))
                            : row.get(i));
        }
        return fitted;
    }

    /** A number of SQL has the type that its expression gives it: 2 and 2.00 are the same where they are exact. */
    private static Value fitted(Value value, ComparedColumn column) {
        boolean exact = value.type().equals("Long") || value.type().equals("BigDecimal");
        if (!exact || value.text() == null) {
            return value;
        }
        return switch (column.type()) {
            case DECIMAL -> new Value("BigDecimal", value.text());
            case DOUBLE -> new Value("Double", value.text());
            case INTEGER -> whole(value);
            default -> value;
        };
    }

    private static Value whole(Value value) {
        BigDecimal number = Cells.decimal(value);
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() < 60;
        return whole ? new Value("Long", number.toBigInteger().toString()) : value;
    }
}
