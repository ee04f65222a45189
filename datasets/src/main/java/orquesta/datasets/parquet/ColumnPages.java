package orquesta.datasets.parquet;

/**
 * One column in one group of rows, as it stands in the file.
 *
 * @param kind what its values are
 * @param dictionary the texts of its dictionary, plain; empty if there is none
 * @param entries how many those are
 * @param data the page of values
 * @param encoding how the values are written, as Parquet numbers it
 */
public record ColumnPages(Kind kind, Bytes dictionary, int entries, Bytes data, int encoding) {
    static final int PLAIN = 0;
    private static final int IN_DICTIONARY = 8;

    /** What Parquet calls the type of a column. */
    public enum Kind {
        FLAGS(0),
        NUMBERS(2),
        TEXTS(6);

        private final int type;

        Kind(int type) {
            this.type = type;
        }

        int type() {
            return type;
        }
    }

    static ColumnPages plain(Kind kind, Bytes data) {
        return new ColumnPages(kind, new Bytes(), 0, data, PLAIN);
    }

    static ColumnPages inDictionary(TextIndex index, Bytes data) {
        return new ColumnPages(Kind.TEXTS, index.texts(), index.count(), data, IN_DICTIONARY);
    }
}
