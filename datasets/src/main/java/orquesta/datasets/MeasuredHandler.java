package orquesta.datasets;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import orquesta.text.UserException;

/** Takes the fields of one record after another from the CSV library, with a limit to their length and an eye on the lines. */
abstract class MeasuredHandler<T> extends AbstractBaseCsvCallbackHandler<T> {
    /** More characters in one record are no sale, but a file that is something else, or a quote that was never closed. */
    static final int LONGEST = 1 << 24;

    private final String file;
    private int size;
    private long breaks;

    MeasuredHandler(String file) {
        this.file = file;
    }

    @Override
    protected final void handleBegin(long startingLineNumber) {
        size = 0;
        breaks = 0;
    }

    @Override
    protected final void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        size += length + 1;
        if (size > LONGEST) {
            throw tooLong();
        }
        take(field, buffer, offset, length);
        if (quoted) {
            for (int i = offset; i < offset + length; i++) {
                breaks += buffer[i] == '\n' ? 1 : 0;
            }
        }
    }

    /** Takes one field, whose characters are gone afterwards. */
    abstract void take(int field, char[] buffer, int offset, int length);

    /** The line on which the field under way begins: that of its record, and the line breaks inside the fields before it. */
    final long line() {
        return getStartingLineNumber() + breaks;
    }

    final UserException tooLong() {
        return new UserException(file, "data.csv.too_long", line(), LONGEST);
    }
}
