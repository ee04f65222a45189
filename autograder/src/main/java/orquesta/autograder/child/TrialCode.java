package orquesta.autograder.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The student's classes, loaded for one trial, and a method of any signature in them. */
final class TrialCode implements AutoCloseable {
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
            Given given = new Given(() -> PlainReply.arguments(arguments));
            @Nullable Object returned = invoked(method, arguments);
            given.returned();
            byte[] value = PlainReply.value(returned);
            return PlainReply.returned(value, given.after());
        } catch (PlainWriter.TooMuch e) {
            return Reply.tooLong();
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            return PlainReply.failed(e.getCause() == null ? e : e.getCause());
        } catch (Unusable | ClassNotFoundException | NoSuchMethodException e) {
            return Reply.noEntry(e.toString());
        } catch (Throwable e) {
            return PlainReply.failed(e);
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

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
