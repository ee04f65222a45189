package orquesta.datasets;

/** The characters that count as nothing at the ends of a value: space, tab, CR, LF and two no-break spaces. */
final class Blanks {
    private Blanks() {}

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u00A0' || c == '\u202F';
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
