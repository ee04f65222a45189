package orquesta.autograder.child;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a record of the exercise's input type from texts. */
final class InputRows {
    private InputRows() {}

    static Object make(Class<?> type, List<@Nullable String> row) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || components.length != row.size()) {
            throw new IllegalArgumentException(type.getName() + " has other components than the exercise says");
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i], row.get(i));
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static @Nullable Object value(Class<?> type, @Nullable String text) {
        if (text == null || type == String.class) {
            return text;
        } else if (type == Integer.class || type == int.class) {
            return Integer.valueOf(text);
        } else if (type == Long.class || type == long.class) {
            return Long.valueOf(text);
        } else if (type == Double.class || type == double.class) {
            return Double.valueOf(text);
        } else if (type == BigDecimal.class) {
            return new BigDecimal(text);
        } else if (type == Boolean.class || type == boolean.class) {
            return Boolean.valueOf(text);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        throw new IllegalArgumentException("no value can be made for " + type.getName());
    }
}
