package orquesta.autograder.child;

import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was thrown, as text: its own methods are the student's, so each is called with care, and what they say is cut. */
public final class Thrown {
    /** In characters; what is longer is cut. */
    public static final int LONGEST_TEXT = 4_000;

    private static final int MOST_FRAMES = 60;

    private Thrown() {}

    /** Class, message, where: {@code Replies} reads it. */
    public static void write(DataOutputStream out, Throwable thrown) throws IOException {
        Wire.writeText(out, thrown.getClass().getName());
        Wire.writeText(out, message(thrown));
        writeFrames(out, stack(thrown));
    }

    /** What it says; null if it says nothing, or refuses to. */
    public static @Nullable String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? null : cut(message);
        } catch (Throwable hostile) {
            return null;
        }
    }

    private static StackTraceElement[] stack(Throwable thrown) {
        try {
            return thrown.getStackTrace().clone();
        } catch (Throwable hostile) {
            return new StackTraceElement[0];
        }
    }

    public static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    static void writeFrames(DataOutputStream out, StackTraceElement[] stack) throws IOException {
        int count = Math.min(stack.length, MOST_FRAMES);
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            Wire.writeText(out, stack[i].getClassName());
            Wire.writeText(out, stack[i].getFileName());
            out.writeInt(stack[i].getLineNumber());
        }
    }
}
