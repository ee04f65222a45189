package orquesta.autograder.compile;

import orquesta.text.Gloss;
import orquesta.text.Message;

/** What an error of the compiler means to somebody who writes an answer, or a test of one. */
public final class AnswerGloss {
    private AnswerGloss() {}

    /** An answer has the JDK alone. */
    public static Message of(CompileError error) {
        Message gloss = Gloss.of(error.code(), error.message());
        return gloss.key().equals(Gloss.UNKNOWN_PACKAGE) ? Message.of("gloss.exercise_package") : gloss;
    }

    /** The same for a test, which may use other packages than an answer. */
    public static Message ofTest(CompileError error) {
        Message gloss = Gloss.of(error.code(), error.message());
        boolean inPackage =
                gloss.key().equals(Gloss.UNKNOWN_PACKAGE) || error.message().contains("location: package ");
        return inPackage ? Message.of("gloss.unknown_test_package") : gloss;
    }
}
