package orquesta.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import orquesta.asset.Relation;
import orquesta.asset.ValueForm;
import orquesta.event.Materialization;
import orquesta.event.Materialization.ContentHash;
import orquesta.event.Materialization.Contents;
import orquesta.relation.Duck;
import orquesta.relation.ParquetFile;
import orquesta.relation.Session;
import orquesta.text.UserException;

/**
 * Values as files: Parquet for a table, JSON for a record. Each attempt has a folder of its own. Nobody looks at these
 * files but through the log, so a value that the log publishes is published.
 */
final class FileStore implements ValueStore {
    private static final String TABLE_FILE = "value.parquet";
    private static final String JSON_FILE = "value.json";

    private final Path data;
    private final Duck duck;
    /** Held while folders are made: no step may publish below one that another made and has not synced yet. */
    private final Object folders;

    /** @param data the folder that locations are below */
    FileStore(Path data, Duck duck) {
        this(data, duck, new Object());
    }

    private FileStore(Path data, Duck duck, Object folders) {
        this.data = data;
        this.duck = duck;
        this.folders = folders;
    }

    /** The same files, written by another view of DuckDB. */
    FileStore through(Duck other) {
        return new FileStore(data, other, folders);
    }

    @Override
    public Materialization writeTable(Relation rows, ValueId id) throws IOException {
        Path file = folderFor(id).resolve(TABLE_FILE);
        try (Session session = duck.session()) {
            ParquetFile.write(session, rows, file);
            Disk.sync(file);
            TableSummary summary = TableSummary.of(session, Relation.stored(file), Files.size(file));
            String location = id.folder() + "/" + TABLE_FILE;
            return new Materialization(ValueForm.TABLE, location, summary.contents(), summary.hash(), Map.of(), null);
        }
    }

    @Override
    public Materialization writeJson(byte[] text, ValueId id) throws IOException {
        Path file = folderFor(id).resolve(JSON_FILE);
        Files.write(file, text);
        Disk.sync(file);
        Contents contents = new Contents(-1, List.of(), List.of(), List.of(), text.length);
        return new Materialization(ValueForm.JSON, id.folder() + "/" + JSON_FILE, contents, hash(text), Map.of(), null);
    }

    static ContentHash hash(byte[] json) {
        return new ContentHash("sha-256 of the JSON", Hashes.sha256(json));
    }

    /** The folder of an attempt, made and synced. */
    Path folderFor(ValueId id) throws IOException {
        Path folder = folderOf(id);
        synchronized (folders) {
            Disk.makeFolder(folder);
        }
        return folder;
    }

    Path folderOf(ValueId id) {
        return data.resolve(id.folder());
    }

    /** Whether something is there, by its path below the folder of data. */
    boolean has(String path) {
        return Files.exists(data.resolve(path));
    }

    /** Where the home keeps the letters that other stores know it by. */
    Path identity() {
        return data.resolveSibling("home-id");
    }

    @Override
    public Relation readTable(Materialization value) {
        return Relation.stored(present(value));
    }

    @Override
    public byte[] readJson(Materialization value) throws IOException {
        return Files.readAllBytes(present(value));
    }

    private Path present(Materialization value) {
        Path file = data.resolve(value.location());
        if (!Files.exists(file)) {
            throw new UserException("", "value.gone_file", file);
        }
        return file;
    }

    @Override
    public void promise(Materialization value) {
        present(value);
    }

    @Override
    public void publish(Materialization value) {}

    @Override
    public void discard(ValueId id) throws IOException {
        FileValue.discard(folderOf(id));
    }
}
