package orquesta.asset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The verdict of a check. Known at once, or found by evaluating a relation that must have no rows; the rows that it has
 * are kept (at most 100) and shown.
 */
public sealed interface CheckResult {
    /** What was looked for, in words. */
    String description();

    /** Facts worth keeping, by name. */
    Map<String, Object> facts();

    /** The same verdict with one more fact. */
    CheckResult with(String name, Object value);

    static CheckResult passed() {
        return passed("");
    }

    static CheckResult passed(String description) {
        return new Known(true, description, Map.of());
    }

    /** The check failed; the description says what was found. */
    static CheckResult failed(String description) {
        return new Known(false, description, Map.of());
    }

    static CheckResult of(boolean passed, String description) {
        return new Known(passed, description, Map.of());
    }

    /** Passes if the relation has no rows: each row is {@code what}, for instance "a negative income". */
    static CheckResult noRows(String what, Relation failing) {
        return new NoRows(what, failing, Map.of());
    }

    record Known(boolean passed, String description, Map<String, Object> facts) implements CheckResult {
        @Override
        public CheckResult with(String name, Object value) {
            return new Known(passed, description, added(facts, name, value));
        }
    }

    record NoRows(String description, Relation failing, Map<String, Object> facts) implements CheckResult {
        @Override
        public CheckResult with(String name, Object value) {
            return new NoRows(description, failing, added(facts, name, value));
        }
    }

    private static Map<String, Object> added(Map<String, Object> facts, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }
}
