package orquesta.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.text.UserException;

/** The words and signs of a selection, one after the other; knows where each stood, for messages. */
final class Tokens {
    /** What comes after the last. */
    static final String END = "";

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\"[^\"]*\")|([A-Za-z_][\\w.@/-]*)|(\\d+)|([()*+,:=]))");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w.@/-]*(=[A-Za-z_][\\w.@/-]*)?");
    private static final Set<String> RESERVED = Set.of("and", "or", "not");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int at = 0;

    Tokens(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int from = 0;
        while (!text.substring(from).isBlank()) {
            if (!matcher.find(from) || matcher.start() != from) {
                throw unreadable(from);
            }
            tokens.add(matcher.group().strip());
            from = matcher.end();
            starts.add(from - tokens.get(tokens.size() - 1).length());
        }
    }

    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
    }

    String next() {
        if (peek().equals(END)) {
            throw unexpected();
        }
        return tokens.get(at++);
    }

    /** Takes the next one if it is this. */
    boolean accept(String token) {
        if (peek().equalsIgnoreCase(token)) {
            at++;
            return true;
        }
        return false;
    }

    int number() {
        String digits = next();
        if (digits.length() > 6) {
            throw error(starts.get(at - 1), digits);
        }
        return Integer.parseInt(digits);
    }

    static boolean isNumber(String token) {
        return !token.isEmpty() && Character.isDigit(token.charAt(0));
    }

    static boolean startsPrimary(String token) {
        return isWord(token) || token.equals("(");
    }

    static boolean isWord(String token) {
        boolean word = !token.isEmpty() && (Character.isLetter(token.charAt(0)) || "_\"".indexOf(token.charAt(0)) >= 0);
        return word && !RESERVED.contains(token.toLowerCase(Locale.ROOT));
    }

    /** A name or a value as the grammar writes it: in quotes where it would be read as something else. */
    static String quoted(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT))
                ? name
                : '"' + name + '"';
    }

    /** What stands here has no place in the grammar. */
    UserException unexpected() {
        return at < tokens.size()
                ? error(starts.get(at), tokens.get(at))
                : new UserException("--select", "selection.cut", text);
    }

    private UserException unreadable(int from) {
        int start = from;
        while (Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return error(start, Character.toString(text.codePointAt(start)));
    }

    private UserException error(int position, String found) {
        return new UserException("--select", "selection.syntax", text, position + 1, found);
    }
}
