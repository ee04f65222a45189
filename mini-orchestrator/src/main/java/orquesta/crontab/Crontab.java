package orquesta.crontab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.schedule.Cron;
import orquesta.schedule.Schedule;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;

/**
 * The crontab of a user, read as cron reads it.
 *
 * @param lines those that run something, in order; at least one
 * @param mailTo who gets what they print; empty if nobody is named
 * @see <a href="https://man7.org/linux/man-pages/man5/crontab.5.html">crontab(5)</a>
 */
public record Crontab(List<CrontabLine> lines, String mailTo) {
    private static final Pattern VARIABLE = Pattern.compile("\\s*([\"']?)([A-Za-z_]\\w*)\\1\\s*=\\s*(.*?)\\s*");
    private static final Pattern FIELDS = Pattern.compile("\\s*(@\\S+|(?:\\S+\\s+){4}\\S+)\\s+(.+?)\\s*");
    private static final Pattern PERCENT = Pattern.compile("(?<!\\\\)%");
    /** Names that stand in the sixth column of /etc/crontab, and that no program has. */
    private static final Set<String> USERS = Set.of(
            "root",
            "daemon",
            "nobody",
            "www-data",
            "postgres",
            "mysql",
            "mail",
            "backup",
            "bin",
            "sys",
            "news",
            "ubuntu");

    public Crontab {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a whole file.
     *
     * @param zone the zone of lines for which the file names none; empty if nobody said one
     * @throws UserException with every line that cannot be read, by its number
     */
    public static Crontab read(String text, String zone) {
        Reader reader = new Reader(zone);
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            reader.line(i + 1, lines[i]);
        }
        if (reader.problems.isEmpty() && reader.found.isEmpty()) {
            reader.problems.add(Problem.at("", "crontab.empty"));
        }
        if (!reader.problems.isEmpty()) {
            throw new UserException(reader.problems);
        }
        return new Crontab(reader.found, reader.variables.getOrDefault("MAILTO", ""));
    }

    /** What is known when a line is read: variables count for the lines below them. */
    private static final class Reader {
        private final List<CrontabLine> found = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, String> variables = new LinkedHashMap<>();
        private final String zone;

        Reader(String zone) {
            this.zone = zone;
        }

        void line(int number, String line) {
            String stripped = line.strip();
            Matcher variable = VARIABLE.matcher(line);
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                return;
            }
            if (variable.matches()) {
                variables.put(variable.group(2), unquoted(variable.group(3)));
                return;
            }
            try {
                found.add(entry(number, line));
            } catch (UserException e) {
                e.problems().forEach(problem -> problems.add(new Problem(place(number), problem.message())));
            }
        }

        private CrontabLine entry(int number, String line) {
            Matcher fields = FIELDS.matcher(line);
            if (!fields.matches()) {
                throw new UserException("", "crontab.fields", line.strip());
            }
            String expression = fields.group(1).replaceAll("\\s+", " ");
            Cron.parse(expression);
            String[] parts = PERCENT.split(fields.group(2), -1);
            String command = parts[0].replace("\\%", "%").strip();
            requireNoUser(command);
            String input =
                    String.join("\n", List.of(parts).subList(1, parts.length)).replace("\\%", "%");
            return new CrontabLine(
                    number, expression, zone(expression), command, parts.length > 1 ? input + "\n" : "", variables);
        }

        private static void requireNoUser(String command) {
            String[] words = command.split("\\s+", 2);
            if (words.length > 1 && USERS.contains(words[0])) {
                throw new UserException("", "crontab.user", words[0]);
            }
        }

        private String zone(String expression) {
            String named = variables.getOrDefault("CRON_TZ", zone);
            if (named.isEmpty()) {
                throw new UserException("", "crontab.zone");
            }
            Schedule.named("line").cron(expression, named).timing();
            return named;
        }

        private static String unquoted(String value) {
            boolean quoted = value.length() > 1
                    && (value.startsWith("\"") || value.startsWith("'"))
                    && value.charAt(0) == value.charAt(value.length() - 1);
            return quoted ? value.substring(1, value.length() - 1) : value;
        }

        private static String place(int number) {
            return Message.of("crontab.line", number).toString();
        }
    }
}
