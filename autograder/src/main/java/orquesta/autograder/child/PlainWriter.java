package orquesta.autograder.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects as plain values: lists, sets and maps by their iterators, once, and never by their size or their equals,
 * which are the student's.
 */
public final class PlainWriter {
    private static final int MOST_CHARACTERS = 4 << 20;

    private final DataOutputStream out;
    private int values = Plain.MOST_VALUES;
    private int characters = MOST_CHARACTERS;

    public PlainWriter(DataOutputStream out) {
        this.out = out;
    }

    /** More than crosses. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** What {@link Plain#readAll} reads. */
    public void writeAll(Iterable<? extends @Nullable Object> all) throws IOException {
        many(all, Plain.DEEPEST);
    }

    public void write(@Nullable Object value) throws IOException {
        write(value, Plain.DEEPEST);
    }

    private void write(@Nullable Object value, int deeper) throws IOException {
        if (deeper == 0 || values-- == 0) {
            throw new TooMuch();
        }
        if (value == null) {
            out.writeByte(Plain.NULL);
        } else if (Scalars.has(value.getClass())) {
            scalar(Scalars.name(value.getClass()), value.toString());
        } else if (value instanceof Enum<?> constant) {
            scalar("String", constant.name());
        } else if (value instanceof Set<?> set) {
            out.writeByte(Plain.SET);
            many(set, deeper - 1, Plain.MOST_IN_A_SET);
        } else if (value instanceof Collection<?> all) {
            out.writeByte(Plain.LIST);
            many(all, deeper - 1);
        } else if (value instanceof Map<?, ?> map) {
            map(map, deeper - 1);
        } else if (value instanceof Optional<?> optional) {
            out.writeByte(Plain.OPTIONAL);
            write(optional.orElse(null), deeper - 1);
        } else {
            composed(value, deeper - 1);
        }
    }

    private void composed(Object value, int deeper) throws IOException {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            out.writeByte(Plain.LIST);
            many(elements(value), deeper);
        } else if (value instanceof Plain.Fields fields) {
            fields(fields, deeper);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            fields(new Plain.Fields("Entry", List.of("key", "value"), pair(entry)), deeper);
        } else if (type.isRecord()) {
            fields(components(value), deeper);
        } else {
            out.writeByte(Plain.OTHER);
            word(value instanceof Plain.Other other ? other.type() : type.getName());
        }
    }

    private void scalar(String type, String text) throws IOException {
        out.writeByte(Plain.SCALAR);
        word(type);
        word(Thrown.cut(text));
    }

    private void word(String text) throws IOException {
        characters -= text.length();
        if (characters < 0) {
            throw new TooMuch();
        }
        Wire.writeText(out, text);
    }

    private void many(Iterable<? extends @Nullable Object> all, int deeper) throws IOException {
        many(all, deeper, Plain.MOST_VALUES);
    }

    private void many(Iterable<? extends @Nullable Object> all, int deeper, int most) throws IOException {
        List<@Nullable Object> copied = new ArrayList<>();
        for (@Nullable Object each : all) {
            if (copied.size() > values || copied.size() == most) {
                throw new TooMuch();
            }
            copied.add(each);
        }
        out.writeInt(copied.size());
        for (@Nullable Object each : copied) {
            write(each, deeper);
        }
    }

    private void map(Map<?, ?> map, int deeper) throws IOException {
        List<Map.Entry<?, ?>> entries = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entries.size() > values || entries.size() == Plain.MOST_IN_A_SET) {
                throw new TooMuch();
            }
            entries.add(entry);
        }
        out.writeByte(Plain.MAP);
        out.writeInt(entries.size());
        for (Map.Entry<?, ?> entry : entries) {
            write(entry.getKey(), deeper);
            write(entry.getValue(), deeper);
        }
    }

    private void fields(Plain.Fields fields, int deeper) throws IOException {
        out.writeByte(Plain.FIELDS);
        word(fields.type());
        out.writeInt(fields.names().size());
        for (String name : fields.names()) {
            word(name);
        }
        many(fields.values(), deeper);
    }

    private static List<@Nullable Object> pair(Map.Entry<?, ?> entry) {
        List<@Nullable Object> pair = new ArrayList<>();
        pair.add(entry.getKey());
        pair.add(entry.getValue());
        return pair;
    }

    private static List<@Nullable Object> elements(Object array) {
        int length = Array.getLength(array);
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < length && i <= Plain.MOST_VALUES; i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    /** By its accessors, which may be the student's: what they throw is what the call has thrown. */
    private static Plain.Fields components(Object value) {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            names.add(component.getName());
            try {
                component.getAccessor().setAccessible(true);
                values.add(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
            }
        }
        return new Plain.Fields(value.getClass().getSimpleName(), names, values);
    }
}
