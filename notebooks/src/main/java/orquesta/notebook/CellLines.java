package orquesta.notebook;

import java.util.HashMap;
import java.util.Map;
import jdk.jshell.Snippet;
import orquesta.text.Message;

/** Where in its cell each statement stands: JShell counts the lines of a statement from its own beginning. */
final class CellLines {
    private final Map<String, Integer> before = new HashMap<>();
    private String cell = "";
    private int from;

    /** What follows comes from this cell. */
    void begin(String source) {
        cell = source;
        from = 0;
    }

    void add(Snippet statement) {
        // JShell adds the last semicolon where the cell leaves it out.
        String text = statement.source().replaceFirst(";\\s*$", "");
        int start = cell.indexOf(text, from);
        if (start >= 0) {
            before.put(statement.id(), (int)
                    cell.chars().limit(start).filter(each -> each == '\n').count());
            from = start + text.length();
        }
    }

    /** A line of a stack trace, in the words of the notebook where it is of a cell. */
    String place(StackTraceElement frame) {
        String file = String.valueOf(frame.getFileName());
        if (!file.startsWith("#")) {
            return frame.toString();
        }
        int line = before.getOrDefault(file.substring(1), 0) + frame.getLineNumber();
        return frame.getMethodName().isEmpty()
                ? Message.of("kernel.line", line).toString()
                : Message.of("kernel.line_of", frame.getMethodName(), line).toString();
    }
}
