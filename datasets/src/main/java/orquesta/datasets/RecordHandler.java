package orquesta.datasets;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a row of each record: its line, whether it is legible, and the wanted fields as they came. */
final class RecordHandler extends MeasuredHandler<@Nullable Object[]> {
    private static final int UNWANTED = -1;

    private final int[] places;
    private @Nullable Object[] row;
    private final boolean loneReturns;

    RecordHandler(CsvFormat format, List<String> wanted) {
        super(format.name());
        places = format.header().stream()
                .mapToInt(name -> wanted.contains(name) ? 2 + wanted.indexOf(name) : UNWANTED)
                .toArray();
        row = new Object[2 + wanted.size()];
        loneReturns = format.loneReturns();
    }

    @Override
    void take(int field, char[] buffer, int offset, int length) {
        if (field < places.length && places[field] != UNWANTED) {
            String text = length == 0 ? "" : new String(buffer, offset, length);
            row[places[field]] = loneReturns ? LoneReturns.shown(text) : text;
        }
    }

    @Override
    protected @Nullable Object[] buildRecord() {
        boolean legible = getFieldCount() == places.length;
        row[0] = getStartingLineNumber();
        row[1] = legible;
        if (!legible) {
            Arrays.fill(row, 2, row.length, null);
        }
        @Nullable Object[] made = row;
        row = new Object[made.length];
        return made;
    }
}
