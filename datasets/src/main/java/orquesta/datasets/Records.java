package orquesta.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.relation.ParquetRows;
import orquesta.text.UserException;

/**
 * The records of a CSV file, in its order: {@code line} where each begins, whether it is {@code legible} (as many fields as the
 * header), and the wanted columns as text, exactly as they came; null where the record is not legible. A header alone gives no rows.
 */
public final class Records implements ParquetRows {
    private final FileFormats formats;
    private final Path file;
    private final List<String> wanted;

    Records(FileFormats formats, Path file, List<String> wanted) {
        this.formats = formats;
        this.file = file;
        this.wanted = List.copyOf(wanted);
    }

    @Override
    public List<Column> columns() {
        Stream<Column> own = Stream.of(new Column("line", "BIGINT"), new Column("legible", "BOOLEAN"));
        return Stream.concat(own, wanted.stream().map(name -> new Column(name, "VARCHAR")))
                .toList();
    }

    @Override
    public Cursor open() throws IOException {
        CsvFormat format = formats.of(file);
        requireColumns(format.name(), format.header(), wanted);
        CsvParser<@Nullable Object[]> parser =
                new CsvParser<>(format.name(), format.text(), format.delimiter(), new RecordHandler(format, wanted));
        parser.next();
        return new ReadAhead(format.name(), parser);
    }

    @Override
    public boolean write(Path parquet) throws IOException {
        return write(parquet, ParallelRecords.PIECE);
    }

    /** @param piece how many bytes a thread reads at a time */
    boolean write(Path parquet, int piece) throws IOException {
        CsvFormat format;
        try {
            format = formats.of(file);
            requireColumns(format.name(), format.header(), wanted);
        } catch (UserException e) {
            return false; // the other reader says so where it is expected
        }
        if (!format.isPlain()) {
            return false;
        }
        try (ParallelRecords records = new ParallelRecords(format, wanted, piece)) {
            return records.write(parquet, columns().stream().map(Column::name).toList());
        }
    }

    /** All wanted columns must be in the header of a file, each once. */
    static void requireColumns(String file, List<String> header, List<String> wanted) {
        List<String> missing =
                wanted.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new UserException(file, "data.csv.missing_columns", String.join(", ", missing), found(header));
        }
        List<String> repeated = wanted.stream()
                .filter(name -> Collections.frequency(header, name) > 1)
                .toList();
        if (!repeated.isEmpty()) {
            throw new UserException(file, "data.csv.repeated_columns", String.join(", ", repeated), found(header));
        }
    }

    /** The names of the header, short and printable also where the file is no table at all. */
    private static String found(List<String> header) {
        List<String> names = header.stream()
                .limit(30)
                .map(name -> name.replaceAll("[^\\p{Print}\\p{L}]", "?"))
                .map(name -> name.length() > 40 ? name.substring(0, 40) + "…" : name)
                .collect(Collectors.toCollection(ArrayList::new));
        if (header.size() > names.size()) {
            names.add("…");
        }
        return String.join(", ", names);
    }

    @Override
    public String toString() {
        return file.getFileName() + " " + wanted;
    }
}
