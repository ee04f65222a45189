package orquesta.autograder.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a case: values of the types of FORMAT.md, in the order of the columns. */
public record Row(List<@Nullable Object> values) {
    public Row {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static Row row(@Nullable Object... values) {
        return new Row(Arrays.asList(values));
    }

    /** The values as they travel: text, or null. */
    public List<@Nullable String> texts() {
        List<@Nullable String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value == null ? null : value.toString()));
        return texts;
    }
}
