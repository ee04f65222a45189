package orquesta.alert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orquesta.text.Problem;

/** How somebody is told. What must be kept secret stands in a variable of the environment, never here. */
public sealed interface Channel {
    /**
     * A program.
     *
     * @param folder where it runs, and where a relative path of it starts; null for that of the process
     */
    record Command(List<String> words, @Nullable Path folder) implements Channel {
        public Command {
            words = List.copyOf(words);
        }

        /** Without its arguments, which may hold what is nobody's business. */
        @Override
        public String text() {
            return "command " + (words.isEmpty() ? "" : words.get(0));
        }

        @Override
        public Channel from(Path root) {
            return folder == null ? new Command(words, root) : this;
        }

        @Override
        public List<Problem> problems() {
            boolean named = !words.isEmpty() && !words.get(0).isBlank();
            return named ? List.of() : List.of(Problem.at("command", "alert.command"));
        }
    }

    /** An address that takes a POST. */
    record Http(String variable) implements Channel {
        @Override
        public String text() {
            return "http " + shown(variable);
        }

        @Override
        public List<Problem> problems() {
            return unlessVariable("http", variable, "https://chat.example/hooks/...");
        }
    }

    /** A server of mail, and who gets it. */
    record Mail(String variable, List<String> to) implements Channel {
        private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+");

        public Mail {
            to = List.copyOf(to);
        }

        @Override
        public String text() {
            return "mail " + String.join(", ", to);
        }

        @Override
        public List<Problem> problems() {
            List<Problem> problems = new ArrayList<>(unlessVariable("mail", variable, "smtp://user:password@host:587"));
            if (to.isEmpty()) {
                problems.add(Problem.at("mail", "alert.nobody"));
            }
            to.stream()
                    .filter(address -> !ADDRESS.matcher(address).matches())
                    .forEach(address -> problems.add(Problem.at("mail", "alert.mail_address", address)));
            return problems;
        }
    }

    /** In a word or two, without anything secret. */
    String text();

    List<Problem> problems();

    /** The same with relative paths starting at a folder; the first such folder counts. */
    default Channel from(Path root) {
        return this;
    }

    /** An address in place of a variable may hold a key: it is not repeated. */
    private static List<Problem> unlessVariable(String channel, String variable, String example) {
        return isVariable(variable)
                ? List.of()
                : List.of(Problem.at(channel, "alert.variable", "AVISOS_" + channel.toUpperCase(Locale.ROOT), example));
    }

    private static boolean isVariable(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    private static String shown(String variable) {
        return isVariable(variable) ? variable : "?";
    }
}
