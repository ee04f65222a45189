package dag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orquesta.autograder.exercise.Trial;

/** A night that is written table by table, each with the state in which it has to end: nothing is worked out. */
final class Night {
    private final Map<String, List<String>> needs = new LinkedHashMap<>();
    private final Map<String, String> ifItBegins = new LinkedHashMap<>();
    private final Map<String, String> ends = new LinkedHashMap<>();

    /** A table that ends as it says. */
    Night with(String table, String says, String... needed) {
        return with(table, says, says, List.of(needed));
    }

    /** A table that would be well, and ends otherwise. */
    Night instead(String table, String ends, String... needed) {
        return with(table, "ok", ends, List.of(needed));
    }

    Night with(String table, String says, String end, List<String> needed) {
        needs.put(table, needed);
        ifItBegins.put(table, says);
        ends.put(table, end);
        return this;
    }

    /** A table that others need, and that is no key of what is needed. */
    Night unlisted(String table) {
        ifItBegins.put(table, "ok");
        ends.put(table, "ok");
        return this;
    }

    Trial.Builder trial(String check) {
        return Trial.forCheck(check).with(needs, ifItBegins).gives(ends);
    }
}
