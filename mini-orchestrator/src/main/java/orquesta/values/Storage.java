package orquesta.values;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.event.Materialization;
import orquesta.event.Materialization.ContentHash;
import orquesta.event.Materialization.Contents;
import orquesta.event.Materialization.Delivery;
import orquesta.event.RunId;
import orquesta.relation.Duck;
import orquesta.relation.ParquetFile;
import orquesta.relation.Session;
import orquesta.relation.TableType;
import orquesta.text.UserException;
import tech.tablesaw.api.Table;

/**
 * Keeps values between steps and runs, in three forms: Parquet for all that is tabular, JSON for a record, and the file or
 * folder itself for a path. Each value has a folder of its own; nothing is ever overwritten.
 */
public final class Storage {
    private static final int PREVIEW = 10;
    private static final String TABLE_FILE = "value.parquet";
    private static final String JSON_FILE = "value.json";

    private final Path data;
    private final Duck duck;
    private final ServiceLoader<TableType> types = ServiceLoader.load(TableType.class, Storage.class.getClassLoader());
    private final JsonValues json = new JsonValues();

    /** @param data the folder that locations of tables and JSON are below */
    public Storage(Path data, Duck duck) {
        this.data = data;
        this.duck = duck;
    }

    /** The same values, written and read by another view of DuckDB. */
    public Storage through(Duck other) {
        return new Storage(data, other);
    }

    /** The folder of what an attempt writes: pipeline, asset, partition if there is one, run and attempt. */
    public static String folder(RunId run, Task task, int attempt) {
        String asset =
                task.partition().isEmpty() ? task.asset().name() : task.asset().name() + "/" + task.partition();
        return run.pipeline() + "/" + asset + "/" + run.number() + "-" + attempt;
    }

    /**
     * Says that the files of a value are about to be published: from now on only {@link #deliver} may remove them.
     *
     * @throws UserException if they are no longer what the step wrote and its checks looked at
     */
    public void promise(Materialization value) throws IOException {
        Delivery delivery = value.delivery();
        Path files = delivery == null ? placeOf(value) : Path.of(delivery.staging());
        if (delivery == null || Files.exists(files)) { // a folder that is gone cannot be promised, and is told so
            FileValue.requireUnchanged(value, files);
        }
        if (delivery != null) {
            FileValue.promise(delivery);
        }
    }

    /** Moves the files of what was just published to their place; what is cut short here may be called again. */
    public void deliver(Materialization value) throws IOException {
        if (value.delivery() != null) {
            FileValue.deliver(value.delivery());
        }
    }

    /** Removes the files of a value that were to be moved and never will be. */
    public void discard(Materialization value) throws IOException {
        if (value.delivery() != null) {
            FileValue.discard(Path.of(value.delivery().staging()));
        }
    }

    /** Removes what an attempt wrote for nobody: a table or a JSON that is not published. Files elsewhere are not ours. */
    public void discard(RunId run, Task task, int attempt) {
        try {
            FileValue.discard(data.resolve(folder(run, task, attempt)));
        } catch (IOException e) {
            return; // it takes room, and nothing else; the next cleaning finds it
        }
    }

    /**
     * Writes a value so that it survives a loss of power.
     *
     * @param folder where, below the folder of data; nothing is there yet
     * @throws UserException if the value is none that its declared type allows, or if its query fails
     */
    public Materialization write(@Nullable Object value, Type declared, String folder) throws IOException {
        ValueForm form = ValueForm.of(declared).orElseThrow();
        if (form == ValueForm.NOTHING) {
            return new Materialization(form, "", Contents.NONE, ContentHash.NONE, Map.of(), null);
        }
        if (value == null) {
            throw new UserException("", "value.null", ValueForm.nameOf(declared));
        }
        requireType(value, declared);
        if (form == ValueForm.FILE) {
            return FileValue.describe((Path) value, null);
        }
        try {
            makeFolder(data.resolve(folder));
            return form == ValueForm.TABLE ? writeTable(relation(value, declared), folder) : writeJson(value, folder);
        } catch (FileSystemException e) {
            throw new UserException("", "value.unwritable", data, e.getReason() == null ? e : e.getReason());
        }
    }

    /** One thread at a time: no step may publish below a folder that another made and has not synced yet. */
    private synchronized void makeFolder(Path folder) throws IOException {
        Disk.makeFolder(folder);
    }

    private static void requireType(Object value, Type declared) {
        Class<?> raw = (Class<?>) (declared instanceof ParameterizedType list ? list.getRawType() : declared);
        if (!raw.isInstance(value)) {
            throw new UserException("", "value.type", value.getClass().getSimpleName(), ValueForm.nameOf(declared));
        }
    }

    private Relation relation(Object value, Type declared) {
        return value instanceof Relation relation ? relation : typeOf(declared).relation(value, declared);
    }

    /** Loads what knows a type when it is first needed; a loader of services is for one thread at a time. */
    private synchronized TableType typeOf(Type java) {
        for (TableType type : types) {
            if (type.is(java)) {
                return type;
            }
        }
        throw new IllegalStateException("nothing on the class path makes tables of " + ValueForm.nameOf(java));
    }

    private Materialization writeTable(Relation relation, String folder) throws IOException {
        Path file = data.resolve(folder).resolve(TABLE_FILE);
        try (Session session = duck.session()) {
            long rows = ParquetFile.write(session, relation, file);
            Disk.sync(file);
            Relation written = Relation.parquet(file);
            Session.Sample sample = session.sample(written.select("*"), PREVIEW);
            ContentHash hash = new ContentHash(
                    "sha-256 of columns, rows and the sum of DuckDB's row hashes",
                    Hashes.sha256(sample.columns() + "|" + rows + "|" + session.rowHash(written)));
            Contents contents = new Contents(rows, sample.columns(), sample.rows(), List.of(), Files.size(file));
            return new Materialization(ValueForm.TABLE, folder + "/" + TABLE_FILE, contents, hash, Map.of(), null);
        }
    }

    private Materialization writeJson(Object value, String folder) throws IOException {
        Path file = data.resolve(folder).resolve(JSON_FILE);
        byte[] text = json.write(value);
        Files.write(file, text);
        Disk.sync(file);
        Contents contents = new Contents(-1, List.of(), List.of(), List.of(), text.length);
        ContentHash hash = new ContentHash("sha-256 of the JSON", Hashes.sha256(text));
        return new Materialization(ValueForm.JSON, folder + "/" + JSON_FILE, contents, hash, Map.of(), null);
    }

    /** Reads a value as the type that a step wants. */
    public Object read(Materialization value, Type wanted) throws IOException {
        if (!ValueForm.of(wanted).equals(Optional.of(value.form()))) {
            throw new UserException("", "value.other_form", ValueForm.nameOf(wanted));
        }
        Path file = placeOf(value);
        if (!Files.exists(file)) {
            throw new UserException("", "value.gone", file);
        }
        if (value.form() == ValueForm.FILE) {
            FileValue.requireUnchanged(value, file);
            return file;
        }
        if (value.form() == ValueForm.JSON) {
            return json.read(file, (Class<?>) wanted);
        }
        Relation relation = Relation.parquet(file);
        return wanted == Relation.class ? relation : table(relation, wanted);
    }

    /**
     * Called before a table that a step made is written, for each value that the step read as such a table.
     *
     * @throws UserException if a column of the table may stand for other values than were read
     */
    public void requireSame(Table made, Materialization read) {
        try (Session session = duck.session()) {
            Relation original = Relation.parquet(data.resolve(read.location()));
            new TableCopy(made).requireSame(session, original, read.contents().columns());
        }
    }

    /** Where a value is now: files that wait to be delivered are still where the step wrote them. */
    private Path placeOf(Materialization value) {
        if (value.form() != ValueForm.FILE) {
            return data.resolve(value.location());
        }
        Delivery delivery = value.delivery();
        Path staging = delivery == null ? null : Path.of(delivery.staging());
        return staging != null && Files.exists(staging) ? staging : Path.of(value.location());
    }

    /** The rows of a relation as a Java type that stands for a table. */
    public Object table(Relation relation, Type wanted) {
        try (Session session = duck.session()) {
            return typeOf(wanted).read(session, relation, wanted);
        }
    }
}
