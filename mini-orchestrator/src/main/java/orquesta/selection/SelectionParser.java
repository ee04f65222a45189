package orquesta.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/**
 * Reads the grammar of selections by recursive descent; a method a rule.
 *
 * <pre>
 * union        = intersection { ("or" | ",") intersection }
 * intersection = negation { "and" negation }
 * negation     = [ "not" ] reach
 * reach        = [ "*" | "+"... | number "+" ] primary [ "*" | "+"... | "+" number ]
 * primary      = "(" union ")" | name | "\"" name "\"" | field ":" value | "*"
 * </pre>
 */
final class SelectionParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\"[^\"]*\")|([A-Za-z_][\\w.@/-]*)|(\\d+)|([()*+,:=]))");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][\\w.@/-]*(=[A-Za-z_][\\w.@/-]*)?");
    private static final Set<String> RESERVED = Set.of("and", "or", "not");
    private static final Set<String> FIELDS = Set.of("key", "group", "kind", "owner", "tag");
    private static final String END = "";

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int at = 0;

    SelectionParser(String text) {
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

    Selection parse() {
        Selection selection = union();
        if (!peek().equals(END)) {
            throw unexpected();
        }
        return selection;
    }

    private Selection union() {
        List<Selection> parts = new ArrayList<>(List.of(intersection()));
        while (accept("or") || accept(",")) {
            parts.add(intersection());
        }
        return new Selection.Union(parts).simplified();
    }

    private Selection intersection() {
        Selection left = negation();
        while (accept("and")) {
            left = new Selection.Intersection(left, negation());
        }
        return left;
    }

    private Selection negation() {
        return accept("not") ? new Selection.Complement(negation()) : reach();
    }

    private Selection reach() {
        if (peek().equals("*") && !startsPrimary(peek(1))) {
            next();
            return Selection.all();
        }
        boolean plus = peek().equals("+");
        int up = levelsBefore();
        boolean explicitKey = peek().equals("key") && peek(1).equals(":");
        Selection primary = primary();
        if (plus && explicitKey) {
            throw new UserException("--select", "selection.dagster_plus_before", text, "*" + primary.text());
        }
        int down = levelsAfter(explicitKey, primary);
        return up == 0 && down == 0 ? primary : new Selection.Reach(primary, up, down);
    }

    private int levelsBefore() {
        if (accept("*")) {
            return Selection.ALL_LEVELS;
        }
        if (isNumber(peek())) {
            int levels = number();
            if (!accept("+")) {
                throw unexpected();
            }
            return levels;
        }
        return pluses();
    }

    private int levelsAfter(boolean explicitKey, Selection primary) {
        if (accept("*")) {
            return Selection.ALL_LEVELS;
        }
        int levels = pluses();
        if (levels == 1 && isNumber(peek())) {
            return number();
        }
        if (levels > 0 && explicitKey) {
            throw new UserException("--select", "selection.dagster_plus", text, primary.text() + "*");
        }
        return levels;
    }

    private int pluses() {
        int count = 0;
        while (accept("+")) {
            count++;
        }
        return count;
    }

    private int number() {
        String digits = next();
        if (digits.length() > 6) {
            throw error(starts.get(at - 1), digits);
        }
        return Integer.parseInt(digits);
    }

    private Selection primary() {
        if (accept("(")) {
            Selection inside = union();
            if (!accept(")")) {
                throw unexpected();
            }
            return inside;
        }
        if (!startsPrimary(peek())) {
            throw unexpected();
        }
        String word = next();
        return accept(":") ? labelled(word) : new Selection.Named(unquoted(word));
    }

    private Selection labelled(String field) {
        if (!FIELDS.contains(field)) {
            String near = Nearest.to(field, FIELDS).orElse("key");
            throw new UserException("--select", "selection.field", field, near);
        }
        String value = value();
        if (field.equals("key")) {
            return new Selection.Named(value);
        }
        if (field.equals("tag") && accept("=")) {
            value = value + "=" + value();
        }
        return new Selection.Labelled(field, value);
    }

    private String value() {
        if (!isWord(peek()) && !isNumber(peek()) && !peek().equals(END)) {
            throw unexpected();
        }
        return unquoted(next());
    }

    private static String unquoted(String word) {
        return word.startsWith("\"") ? word.substring(1, word.length() - 1) : word;
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && Character.isDigit(token.charAt(0));
    }

    private static boolean startsPrimary(String token) {
        return isWord(token) || token.equals("(");
    }

    private static boolean isWord(String token) {
        boolean word = !token.isEmpty() && (Character.isLetter(token.charAt(0)) || "_\"".indexOf(token.charAt(0)) >= 0);
        return word && !RESERVED.contains(token.toLowerCase(Locale.ROOT));
    }

    /** A name or a value as the grammar writes it: in quotes where it would be read as something else. */
    static String quoted(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT))
                ? name
                : '"' + name + '"';
    }

    private String peek() {
        return peek(0);
    }

    private String peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
    }

    private String next() {
        if (peek().equals(END)) {
            throw unexpected();
        }
        return tokens.get(at++);
    }

    private boolean accept(String token) {
        if (peek().equalsIgnoreCase(token)) {
            at++;
            return true;
        }
        return false;
    }

    private UserException unexpected() {
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
