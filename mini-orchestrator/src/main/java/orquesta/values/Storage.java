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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.event.Materialization;
import orquesta.event.Materialization.ContentHash;
import orquesta.event.Materialization.Contents;
import orquesta.event.Materialization.Delivery;
import orquesta.event.RunId;
import orquesta.plan.Plan;
import orquesta.relation.Duck;
import orquesta.relation.Session;
import orquesta.resource.Resources;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;
import tech.tablesaw.api.Table;

/**
 * The values of a home, between steps and runs. A path is the file or folder itself; tables and JSON are kept by a
 * {@link ValueStore}.
 */
public final class Storage {
    private static final Set<String> GONE = Set.of("value.gone", "value.gone_file");

    private final Path data;
    private final Duck duck;
    private final TableTypes types;
    private final JsonValues json = new JsonValues();
    private final ValueStores stores;
    private final FileOwners.Published published;
    private final @Nullable FileOwners owners;
    private final @Nullable Resources resources;

    /**
     * @param data the folder that locations of tables and JSON are below
     * @param published what the home has published, for files that people read
     */
    public Storage(Path data, Duck duck, FileOwners.Published published) {
        this.data = data;
        this.duck = duck;
        this.types = new TableTypes();
        this.stores = new ValueStores(new FileStore(data, duck), duck);
        this.published = published;
        this.owners = null;
        this.resources = null;
    }

    private Storage(Storage of, Duck duck, Plan plan, Resources resources) {
        this.data = of.data;
        this.duck = duck;
        this.types = of.types;
        this.stores = of.stores.with(plan.pipeline().values(), duck);
        this.published = of.published;
        this.owners = new FileOwners(plan.pipeline(), published);
        this.resources = resources;
    }

    /**
     * The same values as one run uses them: it writes to the places of its pipeline, and knows what lends staging folders.
     *
     * @param duck the DuckDB of the home, at the time of the run
     */
    public Storage forRun(Plan plan, Resources resources, Duck duck) {
        return new Storage(this, duck, plan, resources);
    }

    /**
     * Says that a value is about to be published: from now on only {@link #deliver} may remove its files.
     *
     * @throws UserException if files are no longer what the step wrote and its checks looked at, or if its store refuses
     */
    public void promise(Materialization value) {
        try {
            if (value.form() == ValueForm.FILE) {
                promiseFiles(value);
            } else {
                stores.of(value).promise(value);
            }
        } catch (IOException e) {
            throw new UserException("", "step.unpromised", value.target(), e.toString());
        }
    }

    private static void promiseFiles(Materialization value) throws IOException {
        Delivery delivery = value.delivery();
        Path place = delivery == null ? placeOf(value) : Path.of(delivery.staging());
        if (delivery == null || Files.exists(place)) { // a folder that is gone cannot be promised, and is told so
            FileValue.requireUnchanged(value, place);
        }
        if (delivery != null) {
            FileValue.promise(delivery);
        }
    }

    /** Brings what was just published to its place; what is cut short here may be called again. */
    public void deliver(Materialization value) throws IOException {
        if (value.delivery() == null) {
            return;
        }
        if (value.form() == ValueForm.FILE) {
            FileValue.deliver(value.delivery());
            return;
        }
        try {
            stores.of(value).publish(value);
        } catch (UserException e) {
            throw new PublishFailure(e);
        }
    }

    /** Removes the files of a value that were to be moved and never will be. */
    public void discard(Materialization value) throws IOException {
        if (value.form() == ValueForm.FILE && value.delivery() != null) {
            FileValue.discard(Path.of(value.delivery().staging()));
        }
    }

    /** Removes what an attempt wrote for nobody: a table or a JSON that is not published. Files elsewhere are not ours. */
    public void discard(RunId run, Task task, int attempt) {
        ValueId id = new ValueId(run, task, attempt);
        try {
            stores.written(id).discard(id);
        } catch (IOException | UserException e) {
            return; // it takes room, and nothing else; the next cleaning finds it
        }
    }

    /** Removes values that nobody may read any more, see {@link Removal}. */
    public Removal removal() {
        return new Removal(stores);
    }

    /**
     * Writes a value so that it survives a loss of power.
     *
     * @throws UserException if the value is none that its declared type allows, or if its query fails
     */
    public Materialization write(@Nullable Object value, Type declared, ValueId id) throws IOException {
        ValueForm form = ValueForm.of(declared).orElseThrow();
        if (form == ValueForm.NOTHING) {
            return new Materialization(form, "", Contents.NONE, ContentHash.NONE, Map.of(), null);
        }
        if (value == null) {
            throw new UserException("", "value.null", ValueForm.nameOf(declared));
        }
        requireType(value, declared);
        if (form == ValueForm.FILE) {
            return written((Path) value, id.task());
        }
        try {
            return form == ValueForm.TABLE
                    ? stores.of(id).writeTable(types.relation(value, declared), id)
                    : stores.of(id).writeJson(json.write(value), id);
        } catch (FileSystemException e) {
            throw new UserException("", "value.unwritable", data, e.getReason() == null ? e : e.getReason());
        }
    }

    private Materialization written(Path path, Task asset) throws IOException {
        Optional<Path> target = resources == null ? Optional.empty() : resources.targetOf(path, asset);
        if (target.isEmpty() || owners == null) {
            return FileValue.describe(path, null);
        }
        Materialization staged = FileValue.staged(path, target.get());
        owners.require(asset.asset(), staged);
        return staged;
    }

    private static void requireType(Object value, Type declared) {
        Class<?> raw = (Class<?>) (declared instanceof ParameterizedType list ? list.getRawType() : declared);
        if (!raw.isInstance(value)) {
            throw new UserException("", "value.type", value.getClass().getSimpleName(), ValueForm.nameOf(declared));
        }
    }

    /**
     * Reads a value as the type that a step wants.
     *
     * @throws UserException if it is of another form, or is gone: says that it was cleaned, if it was
     */
    public Object read(Materialization value, Type wanted) throws IOException {
        try {
            return present(value, wanted);
        } catch (UserException e) {
            boolean gone = GONE.contains(e.problems().get(0).message().key());
            Optional<Message> cleaned = gone ? published.cleaned(value) : Optional.empty();
            throw cleaned.map(why -> new UserException(List.of(new Problem(value.location(), why))))
                    .orElse(e);
        }
    }

    private Object present(Materialization value, Type wanted) throws IOException {
        if (!ValueForm.of(wanted).equals(Optional.of(value.form()))) {
            throw new UserException("", "value.other_form", ValueForm.nameOf(wanted));
        }
        if (value.form() == ValueForm.FILE) {
            return file(value);
        }
        if (value.form() == ValueForm.JSON) {
            return json.read(stores.of(value).readJson(value), (Class<?>) wanted);
        }
        Relation relation = stores.of(value).readTable(value);
        return wanted == Relation.class ? relation : table(relation, wanted);
    }

    /**
     * Reads the values of several partitions, as the type that a step wants: tables as one.
     *
     * @param values in order
     * @throws UserException if there are none, or if their columns differ
     */
    public Object readAll(Map<Task, Materialization> values, Type wanted) throws IOException {
        if (values.isEmpty()) {
            throw new UserException("", "value.no_partition");
        }
        if (values.size() == 1) {
            return read(values.values().iterator().next(), wanted);
        }
        PartitionUnion union = new PartitionUnion();
        for (Map.Entry<Task, Materialization> value : values.entrySet()) {
            union.add(value.getKey(), value.getValue(), (Relation) read(value.getValue(), Relation.class));
        }
        return wanted == Relation.class ? union.relation() : table(union.relation(), wanted);
    }

    private static Path file(Materialization value) throws IOException {
        Path file = placeOf(value);
        if (!Files.exists(file)) {
            throw new UserException("", "value.gone_file", file);
        }
        FileValue.requireUnchanged(value, file);
        return file;
    }

    /** Where files are now: those that wait to be delivered are still where the step wrote them. */
    private static Path placeOf(Materialization value) {
        Delivery delivery = value.delivery();
        Path staging = delivery == null ? null : Path.of(delivery.staging());
        return staging != null && Files.exists(staging) ? staging : Path.of(value.location());
    }

    /**
     * Called before what a step made is written, for each value that it read as a table of Tablesaw.
     *
     * @throws UserException if a column of the table may stand for other values than were read
     */
    public void requireSame(@Nullable Object made, Materialization read) throws IOException {
        if (made instanceof Table table) {
            Relation original = stores.of(read).readTable(read);
            try (Session session = duck.session()) {
                new TableCopy(table)
                        .requireSame(session, original, read.contents().columns());
            }
        }
    }

    /** The rows of a relation as a Java type that stands for a table. */
    public Object table(Relation relation, Type wanted) {
        try (Session session = duck.session()) {
            return types.of(wanted).read(session, relation, wanted);
        }
    }
}
