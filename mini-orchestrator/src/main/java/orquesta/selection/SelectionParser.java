package orquesta.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private static final Set<String> FIELDS = Set.of("key", "group", "kind", "owner", "tag");

    private final String text;
    private final Tokens tokens;

    SelectionParser(String text) {
        this.text = text;
        this.tokens = new Tokens(text);
    }

    Selection parse() {
        Selection selection = union();
        if (!tokens.peek().equals(Tokens.END)) {
            throw tokens.unexpected();
        }
        return selection;
    }

    private Selection union() {
        List<Selection> parts = new ArrayList<>(List.of(intersection()));
        while (tokens.accept("or") || tokens.accept(",")) {
            parts.add(intersection());
        }
        return new Selection.Union(parts).simplified();
    }

    private Selection intersection() {
        Selection left = negation();
        while (tokens.accept("and")) {
            left = new Selection.Intersection(left, negation());
        }
        return left;
    }

    private Selection negation() {
        return tokens.accept("not") ? new Selection.Complement(negation()) : reach();
    }

    private Selection reach() {
        if (tokens.peek().equals("*") && !Tokens.startsPrimary(tokens.peek(1))) {
            tokens.next();
            return Selection.all();
        }
        boolean plus = tokens.peek().equals("+");
        int up = levelsBefore();
        boolean explicitKey = tokens.peek().equals("key") && tokens.peek(1).equals(":");
        Selection primary = primary();
        if (plus && explicitKey) {
            throw new UserException("--select", "selection.dagster_plus_before", text, "*" + primary.text());
        }
        int down = levelsAfter(explicitKey, primary);
        return up == 0 && down == 0 ? primary : new Selection.Reach(primary, up, down);
    }

    private int levelsBefore() {
        if (tokens.accept("*")) {
            return Selection.ALL_LEVELS;
        }
        if (Tokens.isNumber(tokens.peek())) {
            int levels = tokens.number();
            if (!tokens.accept("+")) {
                throw tokens.unexpected();
            }
            return levels;
        }
        return pluses();
    }

    private int levelsAfter(boolean explicitKey, Selection primary) {
        if (tokens.accept("*")) {
            return Selection.ALL_LEVELS;
        }
        int levels = pluses();
        if (levels == 1 && Tokens.isNumber(tokens.peek())) {
            return tokens.number();
        }
        if (levels > 0 && explicitKey) {
            throw new UserException("--select", "selection.dagster_plus", text, primary.text() + "*");
        }
        return levels;
    }

    private int pluses() {
        int count = 0;
        while (tokens.accept("+")) {
            count++;
        }
        return count;
    }

    private Selection primary() {
        if (tokens.accept("(")) {
            Selection inside = union();
            if (!tokens.accept(")")) {
                throw tokens.unexpected();
            }
            return inside;
        }
        if (!Tokens.startsPrimary(tokens.peek())) {
            throw tokens.unexpected();
        }
        String word = tokens.next();
        return tokens.accept(":") ? labelled(word) : new Selection.Named(unquoted(word));
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
        if (field.equals("tag") && tokens.accept("=")) {
            value = value + "=" + value();
        }
        return new Selection.Labelled(field, value);
    }

    private String value() {
        if (!Tokens.isWord(tokens.peek())
                && !Tokens.isNumber(tokens.peek())
                && !tokens.peek().equals(Tokens.END)) {
            throw tokens.unexpected();
        }
        return unquoted(tokens.next());
    }

    private static String unquoted(String word) {
        return word.startsWith("\"") ? word.substring(1, word.length() - 1) : word;
    }
}
