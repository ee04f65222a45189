package orquesta.datasets.parquet;

/** BOOLEAN, none of them missing. */
public final class Flags implements ColumnPart {
    private final Bits bits = new Bits();

    public void add(boolean flag) {
        bits.add(flag ? 1 : 0, 1);
    }

    @Override
    public void clear() {
        bits.clear();
    }

    @Override
    public ColumnPages pages() {
        Bytes data = new Bytes();
        bits.appendTo(data);
        return ColumnPages.plain(ColumnPages.Kind.FLAGS, data);
    }
}
