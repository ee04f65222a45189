package orquesta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization.Delivery;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.io.Duck;
import orquesta.io.Session;
import orquesta.io.Storage;
import orquesta.io.TableBridge;
import orquesta.plan.Plan;
import orquesta.plan.Planner;
import orquesta.run.Executor;
import orquesta.run.HomeLock;
import orquesta.run.RunListener;
import orquesta.run.RunSetup;
import orquesta.selection.Selection;
import orquesta.store.SqliteStore;
import orquesta.text.Message;
import orquesta.text.UserException;
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
    private final List<Message> leftovers = new ArrayList<>();
    private final String boot = UUID.randomUUID().toString().substring(0, 8);

    private Orchestrator(Path home, Clock clock) {
        this.home = home;
        this.store = new SqliteStore(home.resolve("orquesta.db"), clock);
        this.duck = new Duck(home.resolve("tmp"));
        this.storage = new Storage(home.resolve("data"), duck);
    }

    /** Opens a home, which is made if it is not there; what a dead process left unfinished is brought to its end. */
    public static Orchestrator at(Path home) {
        return at(home, Clock.systemUTC());
    }

    /** Opens a home with a clock of its own for the times of events. */
    public static Orchestrator at(Path home, Clock clock) {
        Orchestrator orchestrator = new Orchestrator(home.toAbsolutePath().normalize(), clock);
        orchestrator.recover();
        return orchestrator;
    }

    /** What would run; runs nothing. */
    public Plan plan(Pipeline pipeline, Selection selection) {
        return Planner.plan(pipeline, selection, asset -> store.published(pipeline.name(), asset));
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
            RunId id = new RunId(pipeline.name(), store.nextRun());
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
            return new RunResult(store.run(id.number()).orElseThrow(), store.steps(id), pipeline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another run", e);
        }
    }

    /** The memory of this home. */
    public SqliteStore history() {
        return store;
    }

    /** What readers see of an asset now, as a table to look at; exact decimals as text. */
    public Table table(Pipeline pipeline, String asset) {
        AssetKey key = new AssetKey(asset);
        Pin pin = store.published(pipeline.name(), key)
                .orElseThrow(() -> new UserException(asset, "cli.not_published", asset));
        return ((Table) value(pin, Table.class)).setName(asset);
    }

    /** The rows of a relation as a table to look at; exact decimals as text. */
    public Table table(Relation relation) {
        try (Session session = duck.session()) {
            return TableBridge.table(session, relation, false);
        }
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
        return List.copyOf(leftovers);
    }

    /**
     * Ends what a dead process left behind, if no run goes on: its runs are crashed, and published files that had not all
     * reached their place are moved there.
     */
    private void recover() {
        try (HomeLock lock = HomeLock.tryAcquire(home).orElse(null)) {
            if (lock == null) {
                return;
            }
            store.unfinished().forEach(this::crashed);
            store.undelivered().forEach(this::deliver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of a value that is no longer the published one would replace newer ones: they are thrown away. */
    private void deliver(Event event) {
        Delivery delivery = Objects.requireNonNull(
                ((Fact.Materialized) event.fact()).value().delivery());
        AssetKey asset = Objects.requireNonNull(event.step()).asset();
        Pin now = store.published(event.run().pipeline(), asset).orElseThrow();
        try {
            if (now.materialization() != event.seq()) {
                Storage.discard(Path.of(delivery.staging()));
                return;
            }
            Storage.deliver(delivery);
            Fact delivered = new Fact.Delivered();
            store.append(List.of(new Event.Draft(event.run(), event.step(), event.attempt(), event.seq(), delivered)));
        } catch (IOException e) {
            leftovers.add(Message.of("run.undelivered", event.run(), asset, delivery.staging(), e));
        }
    }

    private void crashed(RunRecord run) {
        List<Event> events = store.events(run.id());
        long last = events.get(events.size() - 1).seq();
        List<Event.Draft> drafts = new ArrayList<>();
        for (StepRecord step : store.steps(run.id())) {
            if (!step.state().isEnd()) {
                Message reason = Message.of("step.crashed", run.request().owner());
                Fact changed = new Fact.StepChanged(State.CRASHED, reason);
                drafts.add(new Event.Draft(run.id(), step.key(), step.attempts(), last, changed));
            }
        }
        Message reason = Message.of("run.crashed", run.request().owner());
        drafts.add(new Event.Draft(run.id(), null, 0, last, new Fact.RunEnded(RunStatus.CRASHED, reason)));
        store.append(drafts);
    }

    @Override
    public void close() {
        store.close();
        duck.close();
    }
}
