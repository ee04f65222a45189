package orquesta.text;

/**
 * Text as it can be shown: characters that cannot be seen, that change how others are seen, or that a terminal takes for an
 * order, are signs that stand for them. Ends of lines and tabs stay.
 */
public final class Visible {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int REPLACEMENT = 0xFFFD;

    private Visible() {}

    public static String of(Object said) {
        String text = said.toString();
        if (isAsItIs(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shown.appendCodePoint(sign(point)));
        return shown.toString();
    }

    /** So are nearly all texts; one with a pair of surrogates is looked at by its points. */
    private static boolean isAsItIs(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (sign(text.charAt(at)) != text.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static int sign(int point) {
        if (point == '\n' || point == '\t') {
            return point;
        }
        if (point < ' ') {
            return CONTROL_PICTURES + point;
        }
        if (point <= DELETE) {
            return point == DELETE ? DELETE_PICTURE : point;
        }
        int type = Character.getType(point);
        boolean unseen = type == Character.FORMAT || type == Character.SURROGATE || type == Character.CONTROL;
        return unseen && point != 0x200D && point != 0x200C
                ? REPLACEMENT
                : point; // joiners belong to scripts and emoji
    }
}
