package orquesta.autograder.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Plain;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Row;
import orquesta.autograder.files.ShortTexts;

/** Plain values for people, and in the form in which equal ones are equal. */
final class PlainText {
    private static final int LONGEST = 600;
    private static final MathContext NINE = new MathContext(9);

    private PlainText() {}

    static String of(@Nullable Object value) {
        return ShortTexts.cut(text(value), LONGEST);
    }

    /** The arguments of a call. */
    static String ofCall(String method, List<@Nullable Object> arguments) {
        return method + arguments.stream().map(PlainText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return "\"" + Cells.escaped(ShortTexts.cut(text, LONGEST)) + "\"";
        } else if (value instanceof Row row) {
            return joined(row.values(), "(", ")");
        } else if (value instanceof Fields fields) {
            return Cells.escaped(fields.type()) + joined(fields.values().values(), "(", ")");
        } else if (value instanceof Set<?> set) {
            return joined(set, "{", "}");
        } else if (value instanceof Collection<?> list) {
            return joined(list, "[", "]");
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .limit(LONGEST)
                    .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? "Optional.empty" : "Optional(" + text(optional.get()) + ")";
        } else if (value instanceof Plain.Other other) {
            return "(" + Cells.escaped(ShortTexts.cut(other.type(), LONGEST)) + ")";
        }
        return String.valueOf(value);
    }

    private static String joined(Collection<?> values, String begin, String end) {
        return values.stream().limit(LONGEST).map(PlainText::text).collect(Collectors.joining(", ", begin, end));
    }

    /** Decimals by value, whole numbers of either size, a record by its values. */
    static @Nullable Object key(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        } else if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite() ? number : rounded(number);
        } else if (value instanceof Row row) {
            return List.of("record", keys(row.values()));
        } else if (value instanceof Fields fields) {
            return List.of("record", keys(fields.values().values()));
        } else if (value instanceof Set<?> set) {
            return new HashSet<>(keys(set));
        } else if (value instanceof Collection<?> list) {
            return keys(list);
        } else if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> keys = new HashMap<>();
            map.forEach((key, each) -> keys.put(key(key), key(each)));
            return keys;
        }
        return value instanceof Optional<?> optional ? optional.map(PlainText::key) : value;
    }

    private static String rounded(double number) {
        BigDecimal exact = new BigDecimal(number).round(NINE);
        return "double " + (exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros());
    }

    private static List<@Nullable Object> keys(Collection<?> values) {
        List<@Nullable Object> keys = new ArrayList<>();
        values.forEach(each -> keys.add(key(each)));
        return keys;
    }
}
