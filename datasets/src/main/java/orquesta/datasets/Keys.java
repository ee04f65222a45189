package orquesta.datasets;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which names that people write are compared: {@code " Té  Verde"} and {@code "TE VERDE"} are the same. */
public final class Keys {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern INNER_BLANKS = Pattern.compile("[ \\t\\r\\n\\u00A0\\u202F]+");

    private Keys() {}

    /** Lower case (of no language), without accents, blanks inside made one space, none at the ends. Never recomposed. */
    public static String of(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String spaced = INNER_BLANKS.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll(" ");
        int from = spaced.startsWith(" ") ? 1 : 0;
        int to = spaced.endsWith(" ") && spaced.length() > from ? spaced.length() - 1 : spaced.length();
        return spaced.substring(from, to);
    }
}
