package orquesta.autograder.child;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call has come to, in plain values. */
public final class PlainReply {
    private static final int MOST_FIELDS = 50;

    private PlainReply() {}

    /** What it returned, of a call without arguments. */
    public static byte[] returned(@Nullable Object value) throws IOException {
        try {
            return returned(value(value), arguments(List.of()));
        } catch (PlainWriter.TooMuch e) {
            return Reply.tooLong();
        }
    }

    /** What it returned, and its arguments as they are then, both copied. */
    static byte[] returned(byte[] value, byte[] arguments) throws IOException {
        byte[] frame = Wire.frame(out -> {
            out.writeByte(Reply.RETURNED);
            out.write(value);
            out.write(arguments);
        });
        return frame.length > Wire.LONGEST ? Reply.tooLong() : frame;
    }

    static byte[] value(@Nullable Object value) throws IOException {
        return Wire.frame(out -> new PlainWriter(out).write(value));
    }

    static byte[] arguments(List<? extends @Nullable Object> all) throws IOException {
        return Wire.frame(out -> new PlainWriter(out).writeAll(all));
    }

    /** What it threw. */
    public static byte[] failed(Throwable thrown) throws IOException {
        try {
            return Wire.frame(out -> {
                out.writeByte(Reply.FAILED);
                Thrown.write(out, thrown);
                List<String> types = types(thrown);
                out.writeInt(types.size());
                for (String type : types) {
                    Wire.writeText(out, type);
                }
                new PlainWriter(out).write(fields(thrown));
            });
        } catch (PlainWriter.TooMuch e) {
            return Reply.tooLong();
        }
    }

    public static byte[] noEntry(String what) throws IOException {
        return Reply.noEntry(what);
    }

    /** Its class and those above it, up to Throwable. */
    private static List<String> types(Throwable thrown) {
        List<String> types = new ArrayList<>();
        for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
            types.add(Thrown.cut(ClassNames.of(type)));
        }
        return types;
    }

    /** What the classes of the answer keep in it: the JDK's own fields are nobody's business. */
    private static Plain.Fields fields(Throwable thrown) {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Class<?> type = thrown.getClass(); isTheirs(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && names.size() < MOST_FIELDS) {
                    names.add(field.getName());
                    values.add(value(field, thrown));
                }
            }
        }
        return new Plain.Fields("", names, values);
    }

    private static boolean isTheirs(Class<?> type) {
        return type.getClassLoader() instanceof URLClassLoader;
    }

    private static @Nullable Object value(Field field, Throwable thrown) {
        try {
            field.setAccessible(true);
            return field.get(thrown);
        } catch (IllegalAccessException e) {
            return null;
        }
    }
}
