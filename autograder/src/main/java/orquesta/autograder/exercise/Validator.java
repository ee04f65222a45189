package orquesta.autograder.exercise;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges what a call has come to. Runs where the answer's code never does. */
@FunctionalInterface
public interface Validator {
    /** None means that it is right. */
    Optional<Complaint> complaint(Outcome outcome);

    /** These values, in whatever order, each as often. */
    static Validator anyOrder(Collection<?> expected) {
        return outcome -> {
            Collection<?> found = outcome.value(Collection.class);
            boolean asMany = found.size() == expected.size(); // else very many could be counted, all of one hash
            return asMany && counts(found).equals(counts(expected))
                    ? Optional.empty()
                    : Optional.of(Complaint.value(
                            "these, in any order: " + expected, "estos, en cualquier orden: " + expected));
        };
    }

    /** One of these values. */
    static Validator oneOf(Object... expected) {
        List<Object> all = List.of(expected);
        return outcome -> all.contains(outcome.returned())
                ? Optional.empty()
                : Optional.of(Complaint.value("one of these: " + all, "uno de estos: " + all));
    }

    /** A double this near. */
    static Validator near(double expected, double tolerance) {
        return outcome -> Math.abs(outcome.value(Double.class) - expected) <= tolerance
                ? Optional.empty()
                : Optional.of(Complaint.value(
                        expected + ", up to " + tolerance, expected + ", con un margen de " + tolerance));
    }

    /**
     * An exception of that class, or of one below it.
     *
     * @param type its simple name
     * @param content what its message has to hold
     */
    static Validator exception(String type, String... content) {
        return outcome -> {
            String message = outcome.threw(type).message();
            for (String part : content) {
                if (!message.contains(part)) {
                    return Optional.of(
                            Complaint.exception("a message that holds: " + part, "un mensaje que contenga: " + part));
                }
            }
            return Optional.empty();
        };
    }

    private static Map<@Nullable Object, Integer> counts(Collection<?> all) {
        Map<@Nullable Object, Integer> counts = new HashMap<>();
        all.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }
}
