package orquesta.datasets.parquet;

import java.util.Arrays;

/**
 * VARCHAR, from the bytes of UTF-8; some may be missing. Texts that come again are written once, in a dictionary: a query then
 * looks at each of them once. Where nearly all differ they are written as they come.
 */
public final class TextPart implements ColumnPart {
    /** From so many values on it is asked whether a dictionary pays. */
    private static final int ENOUGH = 1024;

    private final TextIndex index = new TextIndex();
    private final Bytes plain = new Bytes();
    private final Bits present = new Bits();
    private int[] places = new int[1024];
    private int rows;
    private int count;
    private boolean differ;

    /** Adds the text of these bytes. */
    public void add(byte[] bytes, int from, int length) {
        present.add(1, 1);
        rows++;
        if (differ) {
            plain.addText(bytes, from, length);
        } else {
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count] = index.place(bytes, from, length);
        }
        count++;
        if (!differ && count >= ENOUGH && Integer.bitCount(count) == 1 && index.count() > count / 4 * 3) {
            leaveDictionary();
        }
    }

    /** A row without a text. */
    public void addMissing() {
        present.add(0, 1);
        rows++;
    }

    private void leaveDictionary() {
        differ = true;
        for (int i = 0; i < count; i++) {
            plain.addPlain(index.texts(), index.start(places[i]), index.length(places[i]));
        }
    }

    @Override
    public void clear() {
        index.clear();
        plain.clear();
        present.clear();
        rows = 0;
        count = 0;
        differ = false;
    }

    @Override
    public ColumnPages pages() {
        Bytes data = new Bytes();
        Bytes levels = levels();
        data.addInt(levels.size());
        data.add(levels);
        if (differ || count == 0) {
            data.add(plain);
            return ColumnPages.plain(ColumnPages.Kind.TEXTS, data);
        }
        int width = Math.max(1, 32 - Integer.numberOfLeadingZeros(index.count() - 1));
        Bits packed = new Bits();
        for (int i = 0; i < count; i++) {
            packed.add(places[i], width);
        }
        data.add(width);
        run(packed, width, data);
        return ColumnPages.inDictionary(index, data);
    }

    /** Which rows have a value, as Parquet says it: one run of ones, or a bit for each. */
    private Bytes levels() {
        Bytes levels = new Bytes();
        if (count == rows) {
            levels.addGroups((long) rows << 1);
            levels.add(1);
        } else {
            run(present, 1, levels);
        }
        return levels;
    }

    /** A run of packed numbers: how many groups of eight, then their bits. */
    private static void run(Bits packed, int width, Bytes out) {
        int groups = (packed.count() + 7) / 8;
        packed.pad(groups * 8, width);
        out.addGroups(((long) groups << 1) | 1);
        packed.appendTo(out);
    }
}
