package orquesta.datasets;

import java.util.ArrayList;
import java.util.List;

/** Collects the names of the first record; more than any table has are a file that is something else. */
final class HeaderHandler extends MeasuredHandler<List<String>> {
    private static final int MOST = 10_000;

    private final List<String> names = new ArrayList<>();

    HeaderHandler(String file) {
        super(file);
    }

    @Override
    void take(int field, char[] buffer, int offset, int length) {
        if (names.size() == MOST) {
            throw tooLong();
        }
        names.add(LoneReturns.shown(new String(buffer, offset, length)));
    }

    /** The names so far, also of a record that failed. */
    List<String> names() {
        return names;
    }

    @Override
    protected List<String> buildRecord() {
        return names;
    }
}
