package orquesta.autograder.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Plain;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Row;

/** Records among plain values: as an author writes them, and as they travel. */
public final class PlainValues {
    private PlainValues() {}

    /** {@link Row} becomes what travels. */
    static List<@Nullable Object> sent(List<@Nullable Object> values) {
        List<@Nullable Object> sent = new ArrayList<>();
        values.forEach(value -> sent.add(each(value, PlainValues::sent)));
        return sent;
    }

    private static @Nullable Object sent(Object value) {
        return value instanceof Row row ? new Plain.Fields("", List.of(), sent(row.values())) : value;
    }

    /** What has travelled becomes what a validator sees. */
    static @Nullable Object heard(@Nullable Object value) {
        return each(value, PlainValues::known);
    }

    private static @Nullable Object known(Object value) {
        if (!(value instanceof Plain.Fields fields)) {
            return value;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.values().size(); i++) {
            String name = i < fields.names().size() ? fields.names().get(i) : String.valueOf(i);
            values.put(name, heard(fields.values().get(i)));
        }
        return new Fields(fields.type(), values);
    }

    private interface Change {
        @Nullable
        Object of(Object value);
    }

    private static @Nullable Object each(@Nullable Object value, Change change) {
        if (value instanceof Set<?> set) {
            Set<@Nullable Object> all = new LinkedHashSet<>();
            set.forEach(one -> all.add(each(one, change)));
            return Collections.unmodifiableSet(all);
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(one -> all.add(each(one, change)));
            return Collections.unmodifiableList(all);
        } else if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((key, one) -> all.put(each(key, change), each(one, change)));
            return Collections.unmodifiableMap(all);
        } else if (value instanceof Optional<?> optional) {
            return optional.map(one -> each(one, change));
        }
        return value == null ? null : change.of(value);
    }
}
