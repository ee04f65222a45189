package orquesta.datasets;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/**
 * Hides carriage returns that end no line from a CSV library that would end one there: as half of a surrogate pair, which no
 * decoded text can hold. {@link #shown} brings them back.
 */
final class LoneReturns extends FilterReader {
    private static final char HIDDEN = '\uD800';

    LoneReturns(Reader in) {
        super(new PushbackReader(in));
    }

    @Override
    public int read() throws IOException {
        int c = in.read();
        if (c != '\r') {
            return c;
        }
        int next = in.read();
        if (next >= 0) {
            ((PushbackReader) in).unread(next);
        }
        return next == '\n' ? c : HIDDEN;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                break;
            }
            buffer[offset + count++] = (char) c;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** The text as it stands in the file. */
    static String shown(String text) {
        if (text.indexOf(HIDDEN) < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            boolean whole = i + 1 < shown.length() && Character.isLowSurrogate(shown.charAt(i + 1));
            if (shown.charAt(i) == HIDDEN && !whole) {
                shown.setCharAt(i, '\r');
            }
        }
        return shown.toString();
    }
}
