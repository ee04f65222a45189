package orquesta.autograder.exercise;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call has come to, in plain values: null, String, Integer, Long, Double, Boolean, BigDecimal, the classes of
 * {@code java.time}, List, Set, Map, Optional, {@link Fields} for a record. They are copies, made in the process that
 * judges: no object of the answer is among them. What is asked of it and is not so is told the student as it is.
 */
public sealed interface Outcome {
    /** It returned this. */
    record Returned(@Nullable Object value) implements Outcome {}

    /**
     * It threw.
     *
     * @param types the simple name of its class, then of those above it; with its package, of a class of the answer's
     *     that is called as one of the JDK's
     * @param message may be empty
     * @param fields what the answer's own exception keeps, by name
     */
    record Threw(List<String> types, String message, Map<String, @Nullable Object> fields) implements Outcome {}

    /** The value, of that class. */
    default <T> T value(Class<T> type) {
        return Wanted.as(type, returned());
    }

    /** A list whose values are all of that class, none of them null. */
    default <T> List<T> list(Class<T> type) {
        List<?> list = Wanted.as(List.class, returned());
        return list.stream().map(each -> Wanted.as(type, each)).toList();
    }

    /** The same of a set. */
    default <T> Set<T> set(Class<T> type) {
        Set<?> set = Wanted.as(Set.class, returned());
        set.forEach(each -> Wanted.as(type, each));
        @SuppressWarnings("unchecked") // each was looked at
        Set<T> known = (Set<T>) set;
        return known;
    }

    /** The same of the keys and the values of a map. */
    default <K, V> Map<K, V> map(Class<K> keys, Class<V> values) {
        Map<?, ?> map = Wanted.as(Map.class, returned());
        map.forEach((key, value) -> {
            Wanted.as(keys, key);
            Wanted.as(values, value);
        });
        @SuppressWarnings("unchecked") // each was looked at
        Map<K, V> known = (Map<K, V>) map;
        return known;
    }

    /** What was returned; null is a value, too. */
    default @Nullable Object returned() {
        if (this instanceof Returned it) {
            return it.value();
        }
        throw new Complaint.Raised(
                new Complaint("threw", new Bilingual("a value, and no exception", "un valor, y no una excepción")));
    }

    /** What was thrown, of that class or of one below it: its simple name. */
    default Threw threw(String type) {
        if (this instanceof Threw it && it.types().contains(type)) {
            return it;
        }
        throw new Complaint.Raised(
                Complaint.exception("an exception of class " + type, "una excepción de clase " + type));
    }
}
