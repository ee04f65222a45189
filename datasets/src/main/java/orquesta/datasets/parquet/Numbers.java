package orquesta.datasets.parquet;

import java.util.Arrays;

/** BIGINT, none of them missing. */
public final class Numbers implements ColumnPart {
    private long[] values = new long[1024];
    private int rows;
    private long shift;

    public void add(long value) {
        if (rows == values.length) {
            values = Arrays.copyOf(values, rows * 2);
        }
        values[rows++] = value;
    }

    /** Adds a number to each value. */
    public void shiftBy(long more) {
        shift += more;
    }

    public int rows() {
        return rows;
    }

    @Override
    public void clear() {
        rows = 0;
        shift = 0;
    }

    @Override
    public ColumnPages pages() {
        Bytes data = new Bytes();
        for (int i = 0; i < rows; i++) {
            data.addLong(values[i] + shift);
        }
        return ColumnPages.plain(ColumnPages.Kind.NUMBERS, data);
    }
}
