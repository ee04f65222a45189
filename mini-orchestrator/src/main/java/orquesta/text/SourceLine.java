package orquesta.text;

/** A line of source code to show beside a message: never wider than its reader's window, with a mark below the place. */
public final class SourceLine {
    private SourceLine() {}

    /**
     * Two lines, for letters of one width: the line of a place without its indent, cut to the part around the place, with …
     * where something was cut; below it a ^ under the place.
     *
     * @param source one line or many
     * @param position of the place in the source, from 0, where a tab is one character, as javac counts positions (its
     *     columns count up to eight for a tab); after the end of the line is its end
     * @param width the characters that are kept, beside the …
     */
    public static String around(String source, int position, int width) {
        int begin = Math.max(source.lastIndexOf('\n', position - 1), source.lastIndexOf('\r', position - 1)) + 1;
        String line = source.substring(begin).lines().findFirst().orElse("");
        String text = line.replace('\t', ' ').stripTrailing();
        int place = Math.max(0, Math.min(position - begin, text.length()));
        int indent = Math.min(place, text.length() - text.stripLeading().length());
        int start = whole(text, Math.max(indent, Math.min(place - width / 2, text.length() - width)));
        int end = whole(text, Math.min(text.length(), start + width));
        String before = start > indent ? "…" : "";
        String after = end < text.length() ? "…" : "";
        String mark = " ".repeat(before.length() + place - start) + "^";
        return before + text.substring(start, end) + after + "\n" + mark;
    }

    /** Never between the halves of a character: such a place is the end of it. */
    private static int whole(String text, int at) {
        return text.offsetByCodePoints(0, text.codePointCount(0, at));
    }
}
