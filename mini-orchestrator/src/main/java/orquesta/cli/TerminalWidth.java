package orquesta.cli;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How many places of a terminal a text takes: a letter with its accents one, a letter of China or a picture two. */
final class TerminalWidth {
    private static final Pattern WHOLE_LETTER = Pattern.compile("\\X");
    private static final Set<UnicodeScript> WIDE = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);
    private static final int AS_PICTURE = 0xFE0F;
    private static final int FIRST_PICTURE = 0x1F000;
    private static final int LAST_PICTURE = 0x1FAFF;
    private static final int FULL_WIDTH = 0xFF01;
    private static final int FULL_WIDTH_END = 0xFF60;
    private static final int HALF_WIDTH_END = 0xFFDC;

    private TerminalWidth() {}

    static int of(String text) {
        if (isPlain(text)) {
            return text.length();
        }
        return letters(text).stream().mapToInt(TerminalWidth::ofLetter).sum();
    }

    /** Whether each of its signs is a letter by itself, of one place: so are most cells of a table. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    /** As many whole letters as fit into so many places. */
    static String beginning(String text, int places) {
        StringBuilder fits = new StringBuilder();
        int left = places;
        for (String letter : letters(text)) {
            left -= ofLetter(letter);
            if (left < 0) {
                return fits.toString();
            }
            fits.append(letter);
        }
        return fits.toString();
    }

    private static List<String> letters(String text) {
        return WHOLE_LETTER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int ofLetter(String letter) {
        int first = letter.codePointAt(0);
        boolean picture = (first >= FIRST_PICTURE && first <= LAST_PICTURE) || letter.indexOf(AS_PICTURE) >= 0;
        return picture || isWide(first) ? 2 : 1;
    }

    private static boolean isWide(int letter) {
        boolean half = letter > FULL_WIDTH_END && letter <= HALF_WIDTH_END;
        boolean full = letter >= FULL_WIDTH && letter <= FULL_WIDTH_END;
        return full || (!half && WIDE.contains(UnicodeScript.of(letter)));
    }
}
