package orquesta.autograder.exercise;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** What can be asked of the text of a query: DuckDB's parser says it. */
public enum QueryFact {
    /** It is one query: nothing is created or changed. */
    ONLY_SELECT(false),
    /** It reads a file directly. */
    READS(true),
    WINDOW(false),
    JOIN(false),
    GROUP_BY(false),
    CTE(false),
    NO_LIMIT(false),
    /** It calls a function. */
    USES(true),
    /** It does not call a function. */
    WITHOUT(true);

    private final boolean ofSomething;

    QueryFact(boolean ofSomething) {
        this.ofSomething = ofSomething;
    }

    @JsonCreator
    static QueryFact of(String name) {
        return Words.of(QueryFact.class, name);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether {@code "of"} has to name what it is about. */
    public boolean ofSomething() {
        return ofSomething;
    }
}
