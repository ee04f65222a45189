package orquesta.asset;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import orquesta.text.Message;

/**
 * The verdict of a check. Known at once, or found by evaluating a relation that must have no rows; the rows that it has
 * are kept (at most 100) and shown.
 */
public sealed interface CheckResult {
    /** What was looked for or found, in words. */
    Message description();

    /** Facts worth keeping, by name. */
    Map<String, Object> facts();

    /** How many failing rows only warn, also where the check blocks. */
    long tolerated();

    /** The same verdict, which only warns as long as no more rows than this fail; where no rows are counted, whatever it found. */
    CheckResult warnsUpTo(long rows);

    /** The same verdict with one more fact. */
    CheckResult with(String name, Object value);

    static CheckResult passed() {
        return passed("");
    }

    static CheckResult passed(String description) {
        return of(true, description);
    }

    /** The check failed; the description says what was found. */
    static CheckResult failed(String description) {
        return of(false, description);
    }

    static CheckResult of(boolean passed, String description) {
        return of(passed, Message.valueOf(description));
    }

    /** The same in words of both languages: {@code Message.either("two totals differ", "dos totales difieren")}. */
    static CheckResult of(boolean passed, Message description) {
        return new Known(passed, description, Map.of(), 0);
    }

    /** Passes if the relation has no rows: each row is {@code what}, for instance "a negative income". */
    static CheckResult noRows(String what, Relation failing) {
        return noRows(Message.valueOf(what), failing);
    }

    /** The same in words of both languages. */
    static CheckResult noRows(Message what, Relation failing) {
        return new NoRows(what, failing, Map.of(), 0);
    }

    record Known(boolean passed, Message description, Map<String, Object> facts, long tolerated)
            implements CheckResult {
        @Override
        public CheckResult warnsUpTo(long rows) {
            return new Known(passed, description, facts, rows);
        }

        @Override
        public CheckResult with(String name, Object value) {
            return new Known(passed, description, added(facts, name, value), tolerated);
        }
    }

    record NoRows(Message description, Relation failing, Map<String, Object> facts, long tolerated)
            implements CheckResult {
        @Override
        public CheckResult warnsUpTo(long rows) {
            return new NoRows(description, failing, facts, rows);
        }

        /** The same verdict; relative paths of files that it looks at start at a folder. */
        NoRows from(Path folder) {
            return new NoRows(description, failing.from(folder), facts, tolerated);
        }

        @Override
        public CheckResult with(String name, Object value) {
            return new NoRows(description, failing, added(facts, name, value), tolerated);
        }
    }

    private static Map<String, Object> added(Map<String, Object> facts, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }
}
