package orquesta.datasets.parquet;

/** The values of one column in one group of rows, in the making. */
public sealed interface ColumnPart permits Numbers, Flags, TextPart {

    /** Forgets its values, to be filled again. */
    void clear();

    /** The pages of the column as they stand in a file; they hold until it is cleared. */
    ColumnPages pages();
}
