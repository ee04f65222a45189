package orquesta.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a value that was read differs from what was written.
 *
 * @param place the components that lead there: {@code cliente.nacimiento}; empty for the value itself
 * @param type the simple name of the class of what was written there
 */
record ValueDifference(String place, String type) {
    /** The first difference; empty if the two are equal. Arrays are equal if what they hold is. */
    static Optional<ValueDifference> between(@Nullable Object written, @Nullable Object read) {
        return at("", written, read);
    }

    private static Optional<ValueDifference> at(String place, @Nullable Object written, @Nullable Object read) {
        if (Objects.equals(written, read)) {
            return Optional.empty();
        }
        if (written == null || read == null) {
            return found(place, written);
        }
        if (written instanceof Record && (written.getClass() == read.getClass())) {
            return inRecord(place, written, read);
        }
        if (written instanceof List<?> many && read instanceof List<?> others && many.size() == others.size()) {
            return inList(place, many, others);
        }
        boolean same = (written instanceof JsonNode tree && read instanceof JsonNode other)
                ? tree.equals(ValueDifference::numbers, other)
                : Objects.deepEquals(written, read);
        return same ? Optional.empty() : found(place, written);
    }

    private static Optional<ValueDifference> inRecord(String place, Object written, Object read) {
        for (RecordComponent component : written.getClass().getRecordComponents()) {
            String name = place.isEmpty() ? component.getName() : place + "." + component.getName();
            Optional<ValueDifference> inside = at(name, of(component, written), of(component, read));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<ValueDifference> inList(String place, List<?> written, List<?> read) {
        for (int i = 0; i < written.size(); i++) {
            Optional<ValueDifference> inside = at(place + "." + i, written.get(i), read.get(i));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<ValueDifference> found(String place, @Nullable Object written) {
        return Optional.of(new ValueDifference(
                place, written == null ? "null" : written.getClass().getSimpleName()));
    }

    /** 0 if two leaves of JSON are the same number, however many bits it was kept in. */
    private static int numbers(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return 0;
        }
        try {
            boolean same = one.isNumber()
                    && other.isNumber()
                    && new BigDecimal(one.asText()).compareTo(new BigDecimal(other.asText())) == 0;
            return same ? 0 : 1;
        } catch (NumberFormatException notFinite) {
            return 1;
        }
    }

    private static @Nullable Object of(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
