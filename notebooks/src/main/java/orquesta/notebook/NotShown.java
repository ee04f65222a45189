package orquesta.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import orquesta.text.Message;

/** What a cell gave could not be shown, since code of the notebook threw meanwhile: most of the time its {@code toString}. */
final class NotShown extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The package of the classes that JShell makes of cells. Their lines are not those of the cells. */
    private static final String OF_CELLS = "REPL.$JShell$";

    private final transient Throwable thrown;

    private NotShown(Throwable thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    /** The same where no code of a cell took part. */
    static RuntimeException of(Exception e) {
        Throwable thrown = e.getCause() instanceof Error error ? error : e;
        if (Arrays.stream(thrown.getStackTrace()).anyMatch(NotShown::isOfACell)) {
            return new NotShown(thrown);
        }
        return e instanceof RuntimeException plain ? plain : new IllegalStateException(e);
    }

    private static boolean isOfACell(StackTraceElement frame) {
        return frame.getClassName().startsWith(OF_CELLS);
    }

    /** A sentence, and the methods of the notebook that were being called; none of the kernel. */
    List<String> lines() {
        String said = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        List<String> lines = new ArrayList<>();
        lines.add(Message.of("kernel.not_shown", thrown.getClass().getSimpleName() + said)
                .toString());
        Arrays.stream(thrown.getStackTrace())
                .filter(NotShown::isOfACell)
                .map(frame -> "    " + Message.of("kernel.at", place(frame)))
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    private static String place(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('$') + 1) + "." + frame.getMethodName();
    }
}
