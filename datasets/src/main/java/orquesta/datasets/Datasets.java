package orquesta.datasets;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.resource.Evaluator;
import orquesta.resource.Resource;
import orquesta.text.UserException;

/** A folder of data files that steps read; opened once a run, so that a file is looked through once. */
public final class Datasets {
    private final Path folder;
    private final Evaluator evaluator;
    private final FileFormats formats;

    private Datasets(Path folder, Evaluator evaluator, FileFormats formats) {
        this.formats = formats;
        this.folder = folder;
        this.evaluator = evaluator;
    }

    /** The files of a folder; a relative path starts at the folder that holds {@code kit}, else at the pipeline's. */
    public static Resource<Datasets> in(String folder) {
        return new Recipe(Path.of(folder), null, "datasets", null);
    }

    /** The files of a folder as it stands, for a test or a notebook that has no run. */
    public static Datasets at(Path folder, Evaluator evaluator) {
        return new Datasets(folder.toAbsolutePath().normalize(), evaluator, new FileFormats());
    }

    /**
     * The records of a CSV file, or of a Parquet file (by its ending): {@code line}, {@code legible} and the named columns, as
     * text (those of Parquet as they are); all of them must be in its header, in any order, capitals and blanks at their ends
     * aside. A CSV file is looked at only when the relation is evaluated.
     */
    public Relation records(String file, String... columns) {
        Path path = folder.resolve(file);
        List<String> wanted = List.of(columns);
        return file.endsWith(".parquet")
                ? parquetRecords(path, wanted)
                : Relation.of(new Records(formats, path, wanted));
    }

    private Relation parquetRecords(Path path, List<String> wanted) {
        read(path, () -> {
            formats.requireFile(path);
            return path;
        });
        Relation rows = Relation.parquet(path);
        List<String> there = evaluator.columns(rows).stream().map(Column::name).toList();
        List<String> stripped = there.stream().map(CsvFormat::headerName).toList();
        Records.requireColumns(String.valueOf(path.getFileName()), stripped, wanted);
        String columns = wanted.stream()
                .map(name -> quoted(there.get(stripped.indexOf(name))) + " as " + quoted(name))
                .collect(Collectors.joining(", "));
        return rows.select("row_number() over () as line, true as legible, " + columns);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public boolean has(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    /** The encoding of a CSV file: UTF-8 if all of it is valid UTF-8, else Latin-1. */
    public Charset encoding(String file) {
        Path path = folder.resolve(file);
        return read(path, () -> formats.of(path).charset());
    }

    /** The number of rows of a CSV file, counted from its bytes and not by the reader of {@link #records}. */
    public long rowCount(String file) {
        Path path = folder.resolve(file);
        return read(path, () -> {
            formats.requireFile(path);
            return RowCount.of(path);
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Path file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UserException(file.getFileName().toString(), "data.unreadable", file.getParent(), e);
        }
    }

    /**
     * @param root where relative paths start; null until it is known
     * @param given what it was pointed to from outside; null if nothing
     */
    private record Recipe(
            Path folder,
            @Nullable Path root,
            String name,
            @Nullable String given) implements Resource<Datasets> {
        @Override
        public Class<Datasets> type() {
            return Datasets.class;
        }

        @Override
        public Datasets open(Evaluator evaluator) {
            return new Datasets(folder.toAbsolutePath().normalize(), evaluator, new FileFormats(name));
        }

        @Override
        public String setting() {
            return folder.toString();
        }

        @Override
        public Resource<Datasets> set(String value) {
            Path other = Path.of(value).toAbsolutePath();
            return new Recipe(other, root, name, other.toString());
        }

        @Override
        public Resource<Datasets> named(String registered) {
            return new Recipe(folder, root, registered, given);
        }

        @Override
        public Resource<Datasets> from(Path base) {
            return new Recipe(base.resolve(folder), base, name, given);
        }
    }
}
