package orquesta.bridge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.text.Names;
import orquesta.text.UserException;

/**
 * One component of a record, and the column that it is in a table.
 *
 * @param record the record's class
 * @param name the component's name
 * @param type its Java type
 * @param column the column's name, in snake case, and its type
 */
record Component(Class<?> record, String name, Class<?> type, Column column, Method accessor) {
    Component(Class<?> record, RecordComponent component) {
        this(
                record,
                component.getName(),
                component.getType(),
                new Column(
                        Names.snake(component.getName()),
                        Components.columnType(record, component.getName(), component.getType())),
                component.getAccessor());
        accessor.setAccessible(true);
    }

    /** Its value in one record, which is not null. */
    @Nullable
    Object of(Object row) {
        try {
            return accessor.invoke(row);
        } catch (InvocationTargetException e) {
            throw new UserException(record.getSimpleName(), "record.threw", name, said(e.getCause()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    UserException misfit(String key, Object... found) {
        Object[] arguments = new Object[found.length + 1];
        arguments[0] = name;
        System.arraycopy(found, 0, arguments, 1, found.length);
        return new UserException(record.getSimpleName(), key, arguments);
    }

    static String said(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        String message = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
