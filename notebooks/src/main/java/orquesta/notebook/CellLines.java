package orquesta.notebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import orquesta.text.Message;

/** Where in its cell each statement stands: JShell counts the lines of a statement from its own beginning. */
final class CellLines {
    /** JShell's own method around the statements of a cell. */
    private static final String STATEMENTS = "do_it$";

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private final Map<String, Integer> before = new HashMap<>();
    private final Set<String> ofThisCell = new HashSet<>();
    private String cell = "";
    private int from;

    /** What follows comes from this cell. */
    void begin(String source) {
        cell = source;
        from = 0;
        ofThisCell.clear();
    }

    void add(Snippet statement) {
        ofThisCell.add(statement.id());
        // JShell adds the last semicolon where the cell leaves it out.
        String text = statement.source().replaceFirst(";\\s*$", "");
        int start = cell.indexOf(text, from);
        if (start >= 0) {
            before.put(statement.id(), (int)
                    cell.chars().limit(start).filter(each -> each == '\n').count());
            from = start + text.length();
        }
    }

    static boolean isOfACell(StackTraceElement frame) {
        return String.valueOf(frame.getFileName()).startsWith("#");
    }

    /** A line of a stack trace, in the words of the notebook where it is of a cell. */
    String place(StackTraceElement frame) {
        if (!isOfACell(frame)) {
            return frame.toString();
        }
        String statement = String.valueOf(frame.getFileName()).substring(1);
        int line = before.getOrDefault(statement, 0) + frame.getLineNumber();
        String method = method(frame, ofThisCell.contains(statement));
        return method.isEmpty()
                ? Message.of("kernel.line", line).toString()
                : Message.of("kernel.line_of", method, line).toString();
    }

    /** The method as its cell names it, a lambda by the method that holds it; empty for the statements of this cell. */
    private static String method(StackTraceElement frame, boolean ofThisCell) {
        Matcher lambda = LAMBDA.matcher(frame.getMethodName());
        if (!lambda.matches()) {
            return frame.getMethodName();
        }
        if (!lambda.group(1).equals(STATEMENTS)) {
            return lambda.group(1);
        }
        return ofThisCell ? "" : "lambda";
    }
}
