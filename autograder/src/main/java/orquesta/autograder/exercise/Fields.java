package orquesta.autograder.exercise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that an answer gave back.
 *
 * @param type its simple name
 * @param values by the names of its components, in their order
 */
public record Fields(String type, Map<String, @Nullable Object> values) {
    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of a component, of that class. */
    public <T> T get(String component, Class<T> wanted) {
        return Wanted.as(wanted, values.get(component));
    }
}
