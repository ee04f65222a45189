package orquesta.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was null, by its name in the cell: the JDK names it at the end of the message of a NullPointerException. */
final class NullName {
    /** A name in <> is a variable that has none, such as {@code <local1>}. */
    private static final Pattern NAMED = Pattern.compile(
            "because (?:the return value of )?\"(?:(?<method>[^\"(<]+)\\((?<types>[^\"]*)\\)|(?<variable>[^\"<]+))\" is null");

    /** JShell's class around what a cell declares. */
    private static final Pattern AROUND = Pattern.compile("^REPL\\.\\$JShell\\$\\w+\\.");

    private NullName() {}

    static Optional<String> in(String message) {
        Matcher named = NAMED.matcher(message);
        return named.find() ? Optional.of(name(named)) : Optional.empty();
    }

    private static String name(Matcher named) {
        String method = named.group("method");
        if (method == null) {
            return AROUND.matcher(named.group("variable")).replaceFirst("");
        }
        return method.substring(method.lastIndexOf('.') + 1)
                + (named.group("types").isEmpty() ? "()" : "(...)");
    }
}
