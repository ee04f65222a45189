package orquesta.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import orquesta.text.Message;
import orquesta.text.PythonWords;

/** What somebody who is used to Python wrote where the compiler found an error. */
final class PythonHabit {
    private static final Pattern COMMA = Pattern.compile(",\\s*$");
    private static final Pattern ASSIGNED = Pattern.compile("^\\s*(\\w+)\\s*=(?!=)");

    private PythonHabit() {}

    static Optional<Message> in(Diag error, String source) {
        int position = (int) error.getPosition();
        if (source.startsWith(")", position)
                && COMMA.matcher(source.substring(0, position)).find()) {
            return Optional.of(Message.of("kernel.comma"));
        }
        String line = line(source, position);
        Matcher assigned = ASSIGNED.matcher(line);
        if (error.getCode().startsWith("compiler.err.cant.resolve")
                && assigned.find()
                && source.startsWith(assigned.group(1), position)) {
            return Optional.of(Message.of("kernel.first_time", assigned.group(1)));
        }
        return PythonWords.in(line);
    }

    private static String line(String source, int position) {
        int begin = source.lastIndexOf('\n', position - 1) + 1;
        return source.substring(begin).lines().findFirst().orElse("");
    }
}
