package orquesta.autograder.child;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The student's classes, loaded for one trial, and a method of any signature in them. */
final class TrialCode implements AutoCloseable {
    private static final int MOST_FIELDS = 50;

    private final URLClassLoader loader;
    private final TrialRequest request;

    TrialCode(Path classes, TrialRequest request, @Nullable TableForm tables) throws IOException {
        ClassLoader visible = tables == null ? ClassLoader.getPlatformClassLoader() : tables.visible();
        this.loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, visible);
        this.request = request;
    }

    /** Calls the method once, and copies what it returned or threw, and its arguments as they are then. */
    byte[] call(List<@Nullable Object> values) throws IOException {
        List<@Nullable Object> arguments = new ArrayList<>();
        try {
            Method method = method();
            Arguments maker = new Arguments(request.fixed());
            for (int i = 0; i < values.size(); i++) {
                arguments.add(maker.make(method.getGenericParameterTypes()[i], values.get(i)));
            }
            return reply(invoked(method, arguments), arguments);
        } catch (PlainWriter.TooMuch e) {
            return Reply.tooLong();
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (Unusable | ClassNotFoundException | NoSuchMethodException e) {
            return Reply.noEntry(e.toString());
        } catch (Throwable e) {
            return failed(e);
        }
    }

    /** There is no such method, or it does not take these arguments. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        private Unusable(Exception cause) {
            super(cause.toString());
        }
    }

    private static @Nullable Object invoked(Method method, List<@Nullable Object> arguments)
            throws InvocationTargetException, Unusable {
        try {
            return method.invoke(null, arguments.toArray());
        } catch (NullPointerException | IllegalArgumentException | IllegalAccessException e) {
            throw new Unusable(e);
        }
    }

    private Method method() throws ReflectiveOperationException {
        Class<?> type = Class.forName(request.type(), false, loader);
        for (Method method : type.getDeclaredMethods()) {
            List<String> parameters = Arrays.stream(method.getParameterTypes())
                    .map(Class::getSimpleName)
                    .toList();
            if (method.getName().equals(request.method())
                    && parameters.equals(request.parameters())
                    && !method.isBridge()) {
                method.setAccessible(true);
                return method;
            }
        }
        throw new NoSuchMethodException(request.method());
    }

    private static byte[] reply(@Nullable Object returned, List<@Nullable Object> after) throws IOException {
        byte[] frame = Wire.frame(out -> {
            out.writeByte(Reply.RETURNED);
            PlainWriter writer = new PlainWriter(out);
            writer.write(returned);
            new PlainWriter(out).writeAll(after);
        });
        return frame.length > Wire.LONGEST ? Reply.tooLong() : frame;
    }

    private static byte[] failed(Throwable thrown) throws IOException {
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

    /** Its class and those above it, up to Throwable. */
    private static List<String> types(Throwable thrown) {
        List<String> types = new ArrayList<>();
        for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
            types.add(Thrown.cut(type.getSimpleName()));
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

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
