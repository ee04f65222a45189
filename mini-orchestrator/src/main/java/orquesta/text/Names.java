package orquesta.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one naming rule: Java is camelCase; keys, tables, files, command line and pages are snake_case. */
public final class Names {
    private static final Pattern JAVA = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern CAPITAL = Pattern.compile("(?<=.)([A-Z])");
    private static final Pattern UNDERSCORES = Pattern.compile("_+");

    /** Letters of a key: file names are made of it, and a line of a table should hold it. */
    private static final int LONGEST = 100;

    private Names() {}

    /** The key of a Java name: {@code ingresosTotales} is {@code ingresos_totales}. */
    public static String snake(String camel) {
        return CAPITAL.matcher(camel).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    /** The key of a Java type: {@code RunStarted} is {@code run_started}. */
    public static String snake(Class<?> type) {
        String name = type.getSimpleName();
        return snake(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }

    /** The Java name of a key: {@code ingresos_totales} is {@code ingresosTotales}. */
    public static String camel(String snake) {
        StringBuilder out = new StringBuilder();
        for (String word : UNDERSCORES.split(snake)) {
            boolean first = out.isEmpty();
            out.append(first || word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return out.toString();
    }

    /** Refuses a Java name that would not survive the way to snake_case and back. */
    public static void requireJavaName(String element, String name) {
        if (!JAVA.matcher(name).matches() || !camel(snake(name)).equals(name)) {
            throw new UserException(element, "name.java", name, suggestion(name));
        }
        requireLength(element, snake(name));
    }

    /** Refuses a key that is no snake_case of a Java name. */
    public static void requireKey(String element, String name) {
        if (!isKey(name)) {
            throw new UserException(element, "name.key", name, snake(suggestion(name)));
        }
        requireLength(element, name);
    }

    /** Words of small letters and digits, each of which begins with a letter, with one underscore between them: a home is full of keys. */
    private static boolean isKey(String name) {
        boolean begins = true;
        for (int at = 0; at < name.length(); at++) {
            char sign = name.charAt(at);
            boolean letter = sign >= 'a' && sign <= 'z';
            boolean inside = letter || (sign >= '0' && sign <= '9') || sign == '_';
            if (begins ? !letter : !inside) {
                return false;
            }
            begins = sign == '_';
        }
        return !begins;
    }

    private static void requireLength(String element, String key) {
        if (key.length() > LONGEST) {
            throw new UserException(element, "name.long", key.length(), LONGEST);
        }
    }

    /** The nearest Java name: ASCII, camelCase, runs of capitals made one word ({@code URLBase} is {@code urlBase}). */
    private static String suggestion(String name) {
        String ascii = java.text.Normalizer.normalize(
                        name.replace("ñ", "ni").replace("Ñ", "Ni"), java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("_([0-9])", "$1")
                .replaceAll("^[_0-9]+|_+$", "");
        return ascii.isEmpty() ? "asset" : camel(ascii);
    }
}
