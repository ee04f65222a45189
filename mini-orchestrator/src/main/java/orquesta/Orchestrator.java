package orquesta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.definition.Pipeline;
import orquesta.event.HomeException;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.plan.Plan;
import orquesta.plan.Planner;
import orquesta.relation.Duck;
import orquesta.run.Executor;
import orquesta.run.HomeLock;
import orquesta.run.RunListener;
import orquesta.run.RunSetup;
import orquesta.selection.Selection;
import orquesta.store.History;
import orquesta.store.SqliteStore;
import orquesta.text.Message;
import orquesta.text.UserException;
import orquesta.values.Storage;
import tech.tablesaw.api.Table;

/**
 * The front door: one home with its memory and its data. Wires the parts together; what they do is theirs.
 *
 * <pre>{@code
 * try (Orchestrator orchestrator = Orchestrator.at(Path.of(".orquesta"))) {
 *     Pipeline ventas = Ventas.definitions().validated("ventas");
 *     RunResult result = orchestrator.run(ventas, RunRequest.of(Selection.parse("*ingresos_totales")));
 * }
 * }</pre>
 */
public final class Orchestrator implements AutoCloseable {
    private final Path home;
    private final SqliteStore store;
    private final Duck duck;
    private final Storage storage;
    private final List<Message> leftovers;
    private final String boot = UUID.randomUUID().toString().substring(0, 8);

    private Orchestrator(Path home, Clock clock) {
        this.home = home;
        this.store = new SqliteStore(home.resolve("orquesta.db"), clock);
        this.duck = new Duck(home.resolve("tmp"));
        this.storage = new Storage(home.resolve("data"), duck);
        this.leftovers = new Recovery(store).recover(home);
    }

    /** Opens a home, which is made if it is not there; what a dead process left unfinished is brought to its end. */
    public static Orchestrator at(Path home) {
        return at(home, Clock.systemUTC());
    }

    /** Opens a home with a clock of its own for the times of events. */
    public static Orchestrator at(Path home, Clock clock) {
        return new Orchestrator(home.toAbsolutePath().normalize(), clock);
    }

    /** What would run; runs nothing. */
    public Plan plan(Pipeline pipeline, Selection selection) {
        return Planner.plan(pipeline, selection, asset -> history().published(pipeline.name(), asset));
    }

    /** Runs a selection (several are a union, none is everything), in silence: {@code run(tienda, "*ingresos_totales")}. */
    public RunResult run(Pipeline pipeline, String... selections) {
        return run(pipeline, RunRequest.of(Selection.parse(List.of(selections))));
    }

    /** Runs, in silence. */
    public RunResult run(Pipeline pipeline, RunRequest request) {
        return run(pipeline, request, event -> {}, waiting -> {});
    }

    /**
     * Runs to the end, after any other run of this home.
     *
     * @param listener is told what happens
     * @param waiting is told once if another run goes first, and which
     */
    public RunResult run(Pipeline pipeline, RunRequest request, RunListener listener, Consumer<Message> waiting) {
        try (HomeLock lock = HomeLock.acquire(home, waiting)) {
            Plan plan = plan(pipeline, request.selection());
            RunId id = new RunId(pipeline.name(), history().nextRun());
            String owner = ProcessHandle.current().pid() + "-" + boot;
            lock.name(Message.of(
                            "run.owner",
                            id,
                            pipeline.name(),
                            ProcessHandle.current().pid())
                    .toString());
            LocalDate date = LocalDate.now(request.clock());
            RunSetup setup = new RunSetup(id, request.job(), date, request.clock(), owner, request.workers());
            new Executor(store, storage, duck, listener).execute(plan, setup);
            return new RunResult(
                    history().run(id.number()).orElseThrow(), history().steps(id), pipeline);
        } catch (IOException e) {
            throw HomeException.at(home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another run", e);
        }
    }

    /** Brings to its end what a process that has died since left behind; does nothing while a run goes on. */
    public void recover() {
        if (!history().unfinished().isEmpty()) {
            var unused = new Recovery(store).recover(home);
        }
    }

    /** The memory of this home. */
    public History history() {
        return store.history();
    }

    /** Makes the tables that {@link #history} reads anew from the events; returns how many events there are. */
    public long rebuildHistory() {
        return store.rebuild();
    }

    /** What readers see of an asset now, as a table to look at; exact decimals as text. */
    public Table table(Pipeline pipeline, String asset) {
        AssetKey key = new AssetKey(asset);
        Pin pin = history()
                .published(pipeline.name(), key)
                .orElseThrow(() -> new UserException(asset, "cli.not_published", asset));
        return ((Table) value(pin, Table.class)).setName(asset);
    }

    /** The rows of a relation as a table to look at; exact decimals as text. */
    public Table table(Relation relation) {
        return (Table) storage.table(relation, Table.class);
    }

    /** A published value as a step would read it. */
    public Object value(Pin pin, Type type) {
        try {
            return storage.read(pin.value(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a dead process left unfinished and could not be brought to its end when this home was opened. */
    public List<Message> leftovers() {
        return leftovers;
    }

    @Override
    public void close() {
        store.close();
        duck.close();
    }
}
