package orquesta.autograder.files;

/** Texts of somebody else's, made short. */
public final class ShortTexts {
    private ShortTexts() {}

    /** The beginning of a text; never half of a character, which no file of ours could hold. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
