package orquesta.text;

/** A line of source code to show beside a message: never wider than its reader's window, with a mark below the place. */
public final class SourceLine {
    private SourceLine() {}

    /**
     * Two lines, for letters of one width: the source without its indent, cut to the part around a place, with … where
     * something was cut; below it a ^ under the place.
     *
     * @param column of the place, from 1, where a tab is one character (javac's own column counts up to eight for it); after
     *     the end of the line is its end
     * @param width the characters that are kept, beside the …
     */
    public static String around(String line, int column, int width) {
        String text = line.replace('\t', ' ').stripTrailing();
        int place = Math.max(0, Math.min(column - 1, text.length()));
        int indent = Math.min(place, text.length() - text.stripLeading().length());
        int start = whole(text, Math.max(indent, Math.min(place - width / 2, text.length() - width)));
        int end = whole(text, Math.min(text.length(), start + width));
        String before = start > indent ? "…" : "";
        String after = end < text.length() ? "…" : "";
        String mark = " ".repeat(before.length() + place - start) + "^";
        return before + text.substring(start, end) + after + "\n" + mark;
    }

    /** A character of two halves is kept or cut as one. */
    private static int whole(String text, int at) {
        boolean within =
                at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return within ? at - 1 : at;
    }
}
