package orquesta.autograder.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.evidence.Value;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.ComparedColumn;
import orquesta.autograder.exercise.Row;

/** Values under the columns of a table: their keys for comparison, their texts for people. */
final class Cells {
    private static final int LONGEST = 60;
    private static final MathContext NINE = new MathContext(9);

    private Cells() {}

    /** The rows of a case as values, with the classes that the columns ask for. */
    static List<List<Value>> values(List<Row> rows, List<ComparedColumn> columns) {
        return rows.stream().map(row -> values(row, columns)).toList();
    }

    private static List<Value> values(Row row, List<ComparedColumn> columns) {
        List<Value> values = new ArrayList<>();
        List<@Nullable String> texts = row.texts();
        for (int i = 0; i < texts.size(); i++) {
            String type = classes(columns.get(i)).get(0);
            values.add(texts.get(i) == null ? Value.NULL : new Value(type, texts.get(i)));
        }
        return values;
    }

    /** Two rows are equal if their keys are. */
    static List<String> key(List<Value> row, List<ComparedColumn> columns) {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            key.add(i < columns.size() && row.size() == columns.size() ? key(row.get(i), columns.get(i)) : "?" + i);
        }
        return key;
    }

    static String key(Value value, ComparedColumn column) {
        if (value.isNull()) {
            return "null";
        }
        if (!fits(value, column)) {
            return value.type() + " " + value.text();
        }
        if (column.type() == Exercise.Type.DECIMAL && !column.byScale()) {
            return "=" + decimal(value).stripTrailingZeros();
        }
        return column.type() == Exercise.Type.DOUBLE ? "=" + rounded(value) : "=" + value.text();
    }

    /** To nine digits: what is left of sums in another order is no difference. */
    private static String rounded(Value value) {
        try {
            double number = Double.parseDouble(String.valueOf(value.text()));
            boolean plain = !Double.isNaN(number) && !Double.isInfinite(number);
            return plain
                    ? new BigDecimal(number).round(NINE).stripTrailingZeros().toString()
                    : String.valueOf(number);
        } catch (NumberFormatException e) {
            return "0";
        }
    }

    /** The classes of a column's values; the first is that of our own. */
    private static List<String> classes(ComparedColumn column) {
        return switch (column.type()) {
            case TEXT -> List.of("String");
            case INTEGER -> List.of("Integer", "Long");
            case DECIMAL -> List.of("BigDecimal");
            case BOOLEAN -> List.of("Boolean");
            case DATE -> List.of("LocalDate");
            case DOUBLE -> List.of("Double", "Float");
        };
    }

    static boolean fits(Value value, ComparedColumn column) {
        return classes(column).contains(value.type());
    }

    /** The number of a decimal; a text that is none can only come from a forged reply, and then zero is as good. */
    static BigDecimal decimal(Value value) {
        try {
            return new BigDecimal(String.valueOf(value.text()));
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    static String text(Value value) {
        if (value.isNull()) {
            return "null";
        }
        if (value.text() == null) {
            return "(" + value.type() + ")";
        }
        String text = cut(value.text());
        return value.type().equals("String") ? "\"" + escaped(text) + "\"" : text;
    }

    static String text(List<Value> row) {
        return row.stream().map(Cells::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Control characters and unusual blanks are shown by their code, since nobody could see them. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean unseen = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || (c != ' ' && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
            out.append(unseen ? String.format("\\u%04x", c) : Character.toString(c));
        });
        return out.toString();
    }
}
