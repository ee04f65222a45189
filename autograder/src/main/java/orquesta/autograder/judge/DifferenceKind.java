package orquesta.autograder.judge;

import java.util.Locale;

/** The classes of differences; each has a sentence {@code difference.CODE} and a lesson behind it. */
public enum DifferenceKind {
    NO_LIST,
    THREW,
    /** There is no answer: stopped, too slow, too much. */
    ENDED,
    /** Its turn did not come: calls before it used up the time. */
    NOT_REACHED,
    SECOND_CALL,
    INPUT_CHANGED,
    ORDER,
    DUPLICATES,
    EXTRA_ROWS,
    MISSING_ROWS,
    NULL,
    TYPE,
    SPACE,
    CASE,
    ACCENTS,
    DECIMALS,
    VALUE,
    RULE,
    /** An exception is expected: none was thrown, another one, or it does not say what it should. */
    EXCEPTION,
    /** A test of the author's says no. */
    TEST,
    /** A wrong value that the author knows, with a sentence of its own. */
    MISCONCEPTION,
    /** A value that is not of its type. */
    UNREADABLE,
    /** A line that is not there. */
    MISSING,
    /** The table has other columns. */
    COLUMNS,
    /** DuckDB refuses the query. */
    SQL,
    /** The query is not written as it is asked. */
    FACT,
    /** A test of the student's fails on a right version. */
    RIGHT_FAILS,
    /** There is no test. */
    NO_TESTS,
    /** No test of the student's fails on a planted mistake. */
    SURVIVES,
    /** Definitions do not say what they should. */
    DEFINITION,
    /** Something else happened in a run than should. */
    EVENTS,
    /** Schedules fire at other times. */
    TICKS,
    /** Readers see another table. */
    PUBLISHED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
