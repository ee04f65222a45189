package orquesta.autograder.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that cross between the controller and its children: null, texts, numbers, booleans, dates, lists, sets, maps,
 * records and Optional of these, copied one by one. What is read is always a class of the JDK's, or one of the two here.
 */
public final class Plain {
    static final int NULL = 0;
    static final int SCALAR = 1;
    static final int LIST = 2;
    static final int SET = 3;
    static final int MAP = 4;
    static final int FIELDS = 5;
    static final int OPTIONAL = 6;
    static final int OTHER = 7;

    /** More values than this do not cross, all that lie in one another counted. */
    public static final int MOST_VALUES = 50_000;

    /** More do not cross in one set, nor as keys of one map: an answer can make all of them of one hash. */
    static final int MOST_IN_A_SET = 1_000;

    /** So deep may they lie in one another. */
    static final int DEEPEST = 60;

    private final DataInputStream in;
    private int left = MOST_VALUES;

    private Plain(DataInputStream in) {
        this.in = in;
    }

    /**
     * A record.
     *
     * @param type its simple name; empty for one that is still to be made
     * @param names of its components; none for one that is still to be made
     */
    public record Fields(String type, List<String> names, List<@Nullable Object> values) {
        public Fields {
            names = List.copyOf(names);
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** An object of a class that does not cross. */
    public record Other(String type) {}

    /** Several values that follow one another, or an {@link IOException} for what is none. */
    public static List<@Nullable Object> readAll(DataInputStream in) throws IOException {
        Plain plain = new Plain(in);
        return plain.many(DEEPEST);
    }

    public static @Nullable Object read(DataInputStream in) throws IOException {
        return new Plain(in).value(DEEPEST);
    }

    private @Nullable Object value(int deeper) throws IOException {
        if (deeper == 0 || left-- == 0) {
            throw new IOException("too many values, or too deep");
        }
        int kind = in.readByte();
        return switch (kind) {
            case NULL -> null;
            case SCALAR -> scalar(Wire.readWord(in), Wire.readWord(in));
            case LIST -> Collections.unmodifiableList(many(deeper - 1));
            case SET -> set(deeper - 1);
            case MAP -> map(deeper - 1);
            case FIELDS -> new Fields(Wire.readWord(in), words(), many(deeper - 1));
            case OPTIONAL -> Optional.ofNullable(value(deeper - 1));
            case OTHER -> new Other(Wire.readWord(in));
            default -> throw new IOException("kind " + kind);
        };
    }

    private static Object scalar(String type, String text) throws IOException {
        if (text.length() > Thrown.LONGEST_TEXT + 1) {
            throw new IOException("a text of " + text.length());
        }
        try {
            return Scalars.read(type, text);
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private List<@Nullable Object> many(int deeper) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int more = Wire.readCount(in); more > 0; more--) {
            values.add(value(deeper));
        }
        return values;
    }

    private Set<@Nullable Object> set(int deeper) throws IOException {
        List<@Nullable Object> all = many(deeper);
        requireHashable(all.size());
        return Collections.unmodifiableSet(new LinkedHashSet<>(all));
    }

    private Map<@Nullable Object, @Nullable Object> map(int deeper) throws IOException {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        int more = Wire.readCount(in);
        requireHashable(more);
        for (; more > 0; more--) {
            map.put(value(deeper), value(deeper));
        }
        return Collections.unmodifiableMap(map);
    }

    private static void requireHashable(int size) throws IOException {
        if (size > MOST_IN_A_SET) {
            throw new IOException("a set of " + size);
        }
    }

    private List<String> words() throws IOException {
        List<String> words = new ArrayList<>();
        for (int more = Wire.readCount(in); more > 0; more--) {
            words.add(Wire.readWord(in));
        }
        return words;
    }
}
