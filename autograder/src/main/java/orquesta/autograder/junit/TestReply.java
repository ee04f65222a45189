package orquesta.autograder.junit;

/**
 * What the child says while it runs tests, after {@code Reply.HELLO} and beside {@code Reply.STOPPED}. The first byte of
 * a frame is one of these, then comes the secret of the request.
 */
public final class TestReply {
    /** The tests that there are: id, class, method and sentence of each; then what JUnit finds wrong with the classes. */
    public static final int PLAN = 10;

    /** The id of a test that begins. */
    public static final int STARTED = 11;

    /** What the test printed that began last: a text. */
    public static final int PRINTED = 12;

    /** What became of a test: its id, the test of the plan that it belongs to, its sentence, and the outcome. */
    public static final int FINISHED = 13;

    /** Nothing more comes. */
    public static final int DONE = 14;

    /** Outcomes. After skipped the reason; after failed and broken what was thrown, and the two values if there are any. */
    public static final int PASSED = 0;

    public static final int SKIPPED = 1;

    /** By an assertion. */
    public static final int FAILED = 2;

    /** By anything else that was thrown. */
    public static final int BROKEN = 3;

    private TestReply() {}
}
