package orquesta.asset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import orquesta.partition.Partition;
import orquesta.text.Names;

/** What a step gets: the values of its needs by name, in the order in which it declared them. */
public final class Inputs {
    private final Map<String, @Nullable Object> values;

    public Inputs(Map<String, @Nullable Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** The value of an upstream asset, named by its key. */
    public Relation relation(String asset) {
        return get(asset, Relation.class);
    }

    /** The current run. */
    public Run run() {
        return of(Run.class, ".wantsRun()");
    }

    /** The partition that is computed. */
    public Partition partition() {
        return of(Partition.class, ".partitions(NAME)");
    }

    private <T> T of(Class<T> type, String remedy) {
        return values.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchElementException("this step has no " + type.getSimpleName() + ": add " + remedy));
    }

    /** The value of an upstream asset or a resource, by its key or name. */
    public <T> T get(String name, Class<T> type) {
        Object value = values.containsKey(name) ? values.get(name) : values.get(Names.camel(name));
        if (value == null) {
            throw new NoSuchElementException("this step did not ask for '" + name + "'; it gets " + values.keySet());
        }
        return type.cast(value);
    }

    /** All values, in order: the arguments of a method. */
    public @Nullable Object[] arguments() {
        @Nullable Object[] all = values.values().toArray();
        return Arrays.copyOf(all, all.length);
    }
}
