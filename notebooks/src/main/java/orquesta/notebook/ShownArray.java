package orquesta.notebook;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.text.Language;

/** What an array shows as the result of a cell: its elements, as in {@code {1, 2, 3}}; Java itself would show its address. */
final class ShownArray {
    private static final int ELEMENTS = 100;

    private ShownArray() {}

    /** The text of an array; anything else as it is. */
    static @Nullable Object of(@Nullable Object result) {
        return result != null && result.getClass().isArray() ? text(result, 0) : result;
    }

    private static String text(@Nullable Object value, int depth) {
        if (value == null || !value.getClass().isArray()) {
            return value instanceof String string ? '"' + string + '"' : String.valueOf(value);
        }
        if (depth > 3) {
            return "{...}"; // an array may hold itself
        }
        int length = Array.getLength(value);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(length, ELEMENTS); i++) {
            shown.add(text(Array.get(value, i), depth + 1));
        }
        if (length > ELEMENTS) {
            shown.add("... (" + Language.current().count(length) + ")");
        }
        return "{" + String.join(", ", shown) + "}";
    }
}
