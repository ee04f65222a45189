package orquesta.autograder.judge;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of lines {@code name = value}: blank lines and those that begin with # say nothing. */
final class AnswerSheet {
    /** Longer ones are no answer, and are not looked at. */
    private static final int LONGEST = 200;

    private static final Pattern LINE = Pattern.compile("\\s*([\\p{L}\\w]{1,60})\\s*[=:]\\s*(.*)");

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> twice = new HashSet<>();

    AnswerSheet(String text) {
        text.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.strip().startsWith("#"))
                .forEach(this::read);
    }

    private void read(String line) {
        Matcher found = LINE.matcher(line.length() > 2 * LONGEST ? line.substring(0, 2 * LONGEST) : line);
        if (found.matches()) {
            String name = plain(found.group(1));
            String value = unquoted(found.group(2).strip());
            String known = values.putIfAbsent(name, value);
            if (known != null && !known.equals(value)) {
                twice.add(name);
            }
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.matches("\"[^\"]*\"|'[^']*'|`[^`]*`");
        return quoted ? value.substring(1, value.length() - 1).strip() : value;
    }

    /** The value of a line; empty where there is none, or nothing behind its sign. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(plain(name))).filter(value -> !value.isEmpty());
    }

    /** Two lines of this name say different things. */
    boolean isTwice(String name) {
        return twice.contains(plain(name));
    }

    static boolean isTooLong(String value) {
        return value.length() > LONGEST;
    }

    /** Without capitals, accents, and blanks around or doubled. */
    static String plain(String text) {
        String folded = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
