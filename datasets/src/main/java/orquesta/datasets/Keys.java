package orquesta.datasets;

import java.text.Normalizer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The form in which names that people write are compared: {@code " Té  Verde"} and {@code "TE VERDE"} are the same. */
public final class Keys {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern INNER_BLANKS = Pattern.compile("[ \\t\\r\\n\\u00A0\\u202F]+");
    private static final String NO_CASE_AT_WORD_MIDDLE = "'.:^`¨\u00AD··՟״‘’․‧︓﹒﹕＇．：";
    private static final char CAPITAL_SIGMA = 'Σ';

    /** {@link #of} as a query calls it; one object, so that queries which both call it can be parts of one. */
    public static final UnaryOperator<String> KEY = Keys::of;

    private Keys() {}

    /** Lower case (of no language), without accents, blanks inside made one space, none at the ends. Never recomposed. */
    public static String of(String text) {
        String apart = Normalizer.normalize(lower(text), Normalizer.Form.NFD);
        String spaced =
                INNER_BLANKS.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll(" ");
        int from = spaced.startsWith(" ") ? 1 : 0;
        int to = spaced.endsWith(" ") && spaced.length() > from ? spaced.length() - 1 : spaced.length();
        return spaced.substring(from, to);
    }

    /**
     * Unicode's lower case. {@code String.toLowerCase} takes a capital sigma before a hyphen for one inside a word, since it
     * asks where words break; Unicode asks only for a cased letter before, and none after.
     */
    private static String lower(String text) {
        if (text.indexOf(CAPITAL_SIGMA) < 0) {
            return text.toLowerCase(java.util.Locale.ROOT);
        }
        StringBuilder lower = new StringBuilder();
        int[] letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] == CAPITAL_SIGMA) {
                boolean last = nextIsCased(letters, i, -1) && !nextIsCased(letters, i, 1);
                lower.append(last ? 'ς' : 'σ');
            } else {
                lower.append(Character.toString(letters[i]).toLowerCase(java.util.Locale.ROOT));
            }
        }
        return lower.toString();
    }

    /** Whether the nearest letter on one side, marks and apostrophes aside, has a case. */
    private static boolean nextIsCased(int[] letters, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < letters.length && isIgnored(letters[at])) {
            at += step;
        }
        return at >= 0 && at < letters.length && isCased(letters[at]);
    }

    private static boolean isIgnored(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> NO_CASE_AT_WORD_MIDDLE.indexOf(letter) >= 0;
        };
    }

    private static boolean isCased(int letter) {
        return Character.isUpperCase(letter) || Character.isLowerCase(letter) || Character.isTitleCase(letter);
    }
}
