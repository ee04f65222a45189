package orquesta.process;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.SecretValues;
import orquesta.text.UserException;

/** Says in one sentence what the user's code threw, and where in that code. */
public final class Failures {
    private static final List<String> NOT_THE_USERS = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.duckdb.",
            "org.sqlite.",
            "tech.tablesaw.",
            "com.fasterxml.",
            "orquesta.");

    private Failures() {}

    public static Message reason(Throwable thrown) {
        return SecretValues.KNOWN.hide(said(thrown));
    }

    private static Message said(Throwable thrown) {
        if (thrown instanceof UserException user) {
            List<Problem> problems = user.problems();
            Problem first = problems.get(0);
            if (problems.size() > 1) {
                return Message.of("step.refused", user.getMessage());
            }
            return first.element().isEmpty()
                    ? first.message()
                    : Message.of("step.refused_at", first.element(), first.message());
        }
        String place = place(thrown);
        return Message.of("step.threw", thrown.getClass().getSimpleName() + words(thrown), place);
    }

    /** Its message, if it has one and does not throw itself when it is asked: what was thrown is the user's, too. */
    private static String words(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : ": " + message.strip();
        } catch (RuntimeException | Error hostile) {
            return "";
        }
    }

    /** File and line of the first frame that is the user's; else of the first at all. */
    private static String place(Throwable thrown) {
        StackTraceElement[] stack = stack(thrown);
        return Arrays.stream(stack)
                .filter(Failures::isTheUsers)
                .findFirst()
                .or(() -> Arrays.stream(stack).findFirst())
                .map(Failures::place)
                .orElse("?");
    }

    private static StackTraceElement[] stack(Throwable thrown) {
        try {
            return thrown.getStackTrace().clone();
        } catch (RuntimeException | Error hostile) {
            return new StackTraceElement[0];
        }
    }

    public static boolean isTheUsers(StackTraceElement frame) {
        return NOT_THE_USERS.stream().noneMatch(frame.getClassName()::startsWith);
    }

    public static String place(StackTraceElement frame) {
        String file = frame.getFileName() == null ? frame.getClassName() : frame.getFileName();
        return frame.getLineNumber() > 0 ? file + ":" + frame.getLineNumber() : file;
    }

    /** The whole trace, for the step's log. */
    public static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        try {
            thrown.printStackTrace(new PrintWriter(text));
        } catch (RuntimeException | Error hostile) {
            text.append(thrown.getClass().getName()).append('\n');
            Arrays.stream(stack(thrown))
                    .forEach(frame ->
                            text.append("\tat ").append(frame.toString()).append('\n'));
        }
        return text.toString();
    }
}
