package orquesta.datasets.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a Parquet file, one group of rows after the other. It is whole once it is finished.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">the format</a>
 */
public final class ParquetWriter implements Closeable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int LEVELS = 3; // how Parquet writes which values are missing

    private final List<String> names;
    private final List<GroupPlace> groups = new ArrayList<>();
    private final OutputStream out;
    private long written;

    /** Where the pages of a column are. */
    private record ColumnPlace(ColumnPages.Kind kind, int encoding, long dictionary, long data, long end) {
        long size() {
            return end - start();
        }

        long start() {
            return dictionary < 0 ? data : dictionary;
        }
    }

    private record GroupPlace(int rows, List<ColumnPlace> columns) {}

    /**
     * Begins a file.
     *
     * @param names the columns, in the order of those of each group
     */
    public ParquetWriter(Path file, List<String> names) throws IOException {
        this.names = List.copyOf(names);
        this.out = Files.newOutputStream(file);
        write(MAGIC);
    }

    /** Whether no rows were added yet, not even none. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Adds a group of so many rows. */
    public void add(int rows, List<ColumnPages> columns) throws IOException {
        List<ColumnPlace> places = new ArrayList<>();
        for (ColumnPages column : columns) {
            places.add(write(column, rows));
        }
        groups.add(new GroupPlace(rows, places));
    }

    private ColumnPlace write(ColumnPages column, int rows) throws IOException {
        long dictionary = -1;
        if (column.entries() > 0) {
            dictionary = written;
            Compact header = header(DICTIONARY_PAGE, column.dictionary().size());
            header.begin(7).i32(1, column.entries()).i32(2, ColumnPages.PLAIN).end();
            write(header.end().bytes());
            write(column.dictionary());
        }
        long data = written;
        Compact header = header(DATA_PAGE, column.data().size());
        header.begin(5).i32(1, rows).i32(2, column.encoding()).i32(3, LEVELS).i32(4, LEVELS);
        write(header.end().end().bytes());
        write(column.data());
        return new ColumnPlace(column.kind(), column.encoding(), dictionary, data, written);
    }

    private static Compact header(int type, int size) {
        return new Compact().begin().i32(1, type).i32(2, size).i32(3, size);
    }

    /** Writes what the file says of itself; a file without a group of rows must have had an empty one. */
    public void finish() throws IOException {
        long before = written;
        Compact footer = new Compact().begin().i32(1, 1);
        schema(footer);
        footer.i64(3, groups.stream().mapToLong(GroupPlace::rows).sum());
        footer.list(4, Compact.STRUCT, groups.size());
        groups.forEach(group -> group(footer, group));
        write(footer.end().bytes());
        Bytes length = new Bytes();
        length.addInt((int) (written - before));
        write(length);
        write(MAGIC);
    }

    private void schema(Compact footer) {
        footer.list(2, Compact.STRUCT, names.size() + 1);
        footer.begin().text(4, "rows").i32(5, names.size()).end();
        for (int i = 0; i < names.size(); i++) {
            ColumnPages.Kind kind = groups.get(0).columns().get(i).kind();
            boolean texts = kind == ColumnPages.Kind.TEXTS;
            footer.begin().i32(1, kind.type()).i32(3, texts ? 1 : 0).text(4, names.get(i));
            if (texts) {
                footer.i32(6, 0);
            }
            footer.end();
        }
    }

    private void group(Compact footer, GroupPlace group) {
        footer.begin().list(1, Compact.STRUCT, group.columns().size());
        for (int i = 0; i < names.size(); i++) {
            ColumnPlace place = group.columns().get(i);
            footer.begin().i64(2, place.start()).begin(3).i32(1, place.kind().type());
            footer.list(2, Compact.I32, 2).value(place.encoding()).value(LEVELS);
            footer.list(3, Compact.BINARY, 1).text(names.get(i)).i32(4, 0).i64(5, group.rows());
            footer.i64(6, place.size()).i64(7, place.size()).i64(9, place.data());
            if (place.dictionary() >= 0) {
                footer.i64(11, place.dictionary());
            }
            footer.end().end();
        }
        long size = group.columns().stream().mapToLong(ColumnPlace::size).sum();
        footer.i64(2, size).i64(3, group.rows()).end();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private void write(Bytes bytes) throws IOException {
        bytes.writeTo(out);
        written += bytes.size();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
