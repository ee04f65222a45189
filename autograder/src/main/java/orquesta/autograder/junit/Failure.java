package orquesta.autograder.junit;

import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.ValueWrapper;
import orquesta.autograder.child.Thrown;
import orquesta.autograder.child.Wire;

/** How a test failed, as text. */
final class Failure {
    private Failure() {}

    /** The outcome, what was thrown, then the value that was expected and the one that came, each with its class. */
    static void write(DataOutputStream out, Throwable reported) throws IOException {
        Throwable thrown = cause(reported);
        @Nullable String[] values = values(thrown);
        out.writeByte(thrown instanceof AssertionError ? TestReply.FAILED : TestReply.BROKEN);
        Thrown.write(out, thrown);
        out.writeBoolean(values.length > 0);
        for (@Nullable String value : values) {
            Wire.writeText(out, value);
        }
    }

    /** A static initialiser that throws is wrapped by the JVM. */
    private static Throwable cause(Throwable thrown) {
        return thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static @Nullable String[] values(Throwable thrown) {
        try {
            if (thrown instanceof AssertionFailedError error && error.isExpectedDefined() && error.isActualDefined()) {
                ValueWrapper expected = error.getExpected();
                ValueWrapper actual = error.getActual();
                return new @Nullable String[] {type(expected), text(expected), type(actual), text(actual)};
            }
        } catch (Throwable hostile) {
            // Its text is the student's: then there are none.
        }
        return new @Nullable String[0];
    }

    private static @Nullable String type(ValueWrapper value) {
        return value.getType() == null ? null : value.getType().getName();
    }

    private static String text(ValueWrapper value) {
        return Thrown.cut(value.getStringRepresentation());
    }
}
