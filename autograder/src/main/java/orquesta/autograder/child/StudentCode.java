package orquesta.autograder.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The student's classes, loaded for one case: static state does not reach the next one. They see the JDK, not us. */
final class StudentCode implements AutoCloseable {
    private final URLClassLoader loader;
    private final Request request;
    private final @Nullable TableForm tables;

    StudentCode(Path classes, Request request, @Nullable TableForm tables) throws IOException {
        ClassLoader visible = tables == null ? ClassLoader.getPlatformClassLoader() : tables.visible();
        this.loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, visible);
        this.request = request;
        this.tables = tables;
    }

    /** Calls the method once, on an input of its own, and copies what it returned. */
    byte[] call(List<List<@Nullable String>> input) throws IOException {
        try {
            if (tables != null && request.entry().input().equals(TableForm.NAME)) {
                return tableCall(tables, input);
            }
            Class<?> in = Class.forName(request.entry().input(), false, loader);
            Class<?> output = Class.forName(request.entry().output(), false, loader);
            Method method = method(List.class);
            List<Object> rows = new ArrayList<>();
            for (List<@Nullable String> row : input) {
                rows.add(InputRows.make(in, row));
            }
            List<Object> handed = request.fixed() ? List.copyOf(rows) : rows;
            Given given = new Given(() -> Reply.rows(copy(handed, in)));
            @Nullable Object returned = method.invoke(null, handed);
            given.returned();
            return returned instanceof List<?> list
                    ? Reply.table(List.of(), Reply.rows(copy(list, output)), given.after())
                    : Reply.noList(returned);
        } catch (InvocationTargetException e) {
            return Reply.threw(e.getCause() == null ? e : e.getCause());
        } catch (ExceptionInInitializerError e) {
            return Reply.threw(e.getCause() == null ? e : e.getCause());
        } catch (ClassNotFoundException | NoSuchMethodException | NullPointerException | IllegalArgumentException e) {
            return Reply.noEntry(e.toString());
        } catch (Throwable e) {
            return Reply.threw(e);
        }
    }

    private Method method(Class<?> parameter) throws ReflectiveOperationException {
        Class<?> type = Class.forName(request.entry().type(), false, loader);
        Method method = type.getDeclaredMethod(request.entry().method(), parameter);
        method.setAccessible(true);
        return method;
    }

    private byte[] tableCall(TableForm form, List<List<@Nullable String>> input) throws Exception {
        Object table = form.make(request.columns(), input);
        Given given = new Given(() -> Reply.rows(form.rows(table, Reply.MOST_ROWS)));
        @Nullable Object returned = method(form.type()).invoke(null, table);
        given.returned();
        if (returned == null || returned.getClass() != form.type()) {
            return Reply.noList(returned);
        }
        byte[] rows = Reply.rows(form.rows(returned, Reply.MOST_ROWS));
        return Reply.table(form.columns(returned), rows, given.after());
    }

    /** By its iterator, once, and never its size or its equals: they are the student's. One too many if it does not end. */
    private static List<List<@Nullable Object>> copy(List<?> list, Class<?> type) throws ReflectiveOperationException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (@Nullable Object row : list) {
            if (rows.size() > Reply.MOST_ROWS) {
                return rows;
            }
            rows.add(Reply.values(row, type));
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
