package orquesta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.TriggerId;
import orquesta.plan.Plan;
import orquesta.plan.PlanRequest;
import orquesta.plan.Planner;
import orquesta.process.SteadyClock;
import orquesta.recovery.EarlierRuns;
import orquesta.recovery.NewRun;
import orquesta.recovery.Recovery;
import orquesta.relation.Duck;
import orquesta.retention.Cleaning;
import orquesta.retention.Sweep;
import orquesta.run.Executor;
import orquesta.run.RunListener;
import orquesta.run.RunSetup;
import orquesta.selection.Selection;
import orquesta.store.AssetQueries;
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
    private final Clock clock;
    private final EarlierRuns earlier;
    private final Recovery recovery;
    private final Cleaning cleaning;
    private final List<Message> leftovers;
    private final String boot = UUID.randomUUID().toString().substring(0, 8);

    private Orchestrator(Path home, Clock clock) {
        this.home = home;
        this.store = new SqliteStore(home.resolve("orquesta.db"), clock);
        this.duck = new Duck(home.resolve("tmp"));
        this.storage = new Storage(home.resolve("data"), duck, new AssetQueries(store.history()));
        this.clock = clock;
        this.earlier = new EarlierRuns(store.history());
        this.cleaning = new Cleaning(store, storage);
        this.recovery = new Recovery(home, store, storage, clock);
        this.leftovers = recovery.recover();
    }

    /** Opens a home, which is made if it is not there; what a dead process left unfinished is brought to its end. */
    public static Orchestrator at(Path home) {
        return at(home, Clock.systemUTC());
    }

    /** Opens a home with a clock of its own for the times of events. */
    public static Orchestrator at(Path home, Clock clock) {
        return new Orchestrator(home.toAbsolutePath().normalize(), SteadyClock.over(clock));
    }

    /** What would run; runs nothing. */
    public Plan plan(Pipeline pipeline, Selection selection) {
        return plan(pipeline, RunRequest.of(selection));
    }

    /** What a request would run; runs nothing. */
    public Plan plan(Pipeline pipeline, RunRequest request) {
        RunRequest.Again again = request.again();
        PlanRequest wanted = new PlanRequest(
                request.selection(),
                pipeline.effortOf(request.job()),
                request.partitions(),
                again == null || !again.fromFailure() ? null : earlier.done(pipeline, again.run()));
        Pipeline placed = pipeline.in(pipeline.profileOf(request.job()));
        return Planner.plan(placed, wanted, history().tasks(pipeline.name()));
    }

    /** Runs a selection (several are a union, none is everything), in silence: {@code run(tienda, "*ingresos_totales")}. */
    public RunResult run(Pipeline pipeline, String... selections) {
        return run(pipeline, RunRequest.of(Selection.parse(List.of(selections))));
    }

    /** Runs, in silence. */
    public RunResult run(Pipeline pipeline, RunRequest request) {
        return run(pipeline, request, event -> {});
    }

    /**
     * Runs to the end, beside other runs of this home: only a task whose asset another run computes waits for it.
     *
     * @param listener is told what happens
     */
    public RunResult run(Pipeline pipeline, RunRequest request, RunListener listener) {
        return run(pipeline, request, null, listener).orElseThrow();
    }

    /**
     * Like the other, for a tick: it is recorded in the transaction that begins its run.
     *
     * @param tick the tick of a schedule; null if something else starts the run
     * @return empty if somebody has recorded this tick already: then nothing was run
     */
    public Optional<RunResult> run(
            Pipeline pipeline, RunRequest request, Event.@Nullable Draft tick, RunListener listener) {
        recovery.recover();
        Plan plan = plan(pipeline, request);
        try (NewRun run = NewRun.in(home, history());
                Sweep sweep = cleaning.beside(pipeline.name())) {
            RunId id = new RunId(pipeline.name(), run.number());
            RunRequest named = request.from(request.origin().in(pipeline.profileOf(request.job())));
            RunSetup setup =
                    new RunSetup(id, started(plan, named, tick), tick, home, request.clock(), request.workers(), false);
            Executor executor = new Executor(store, storage, duck, clock, listener);
            Consumer<RunId> holds = holder -> recovery.recover(holder.number());
            if (!executor.execute(plan, setup, holds)) {
                Plan next = plan(pipeline, request);
                executor.execute(next, setup.anew(started(next, named, tick)), holds);
            }
            sweep.after(id);
            return history()
                    .run(id.number())
                    .map(ended -> new RunResult(ended, history().steps(id), pipeline));
        }
    }

    private Fact.RunStarted started(Plan plan, RunRequest request, Event.@Nullable Draft tick) {
        Map<String, Long> pins = new TreeMap<>();
        plan.pins().forEach((task, pin) -> pins.put(task.text(), pin.materialization()));
        RunRequest.Again again = request.again();
        return new Fact.RunStarted(
                plan.selection(),
                request.job(),
                dateOf(request, tick),
                pins,
                ProcessHandle.current().pid() + "-" + boot,
                request.partitions().text(),
                plan.pipeline().deadlineOf(request.job(), clock.instant()),
                again == null ? 0 : again.run(),
                request.origin());
    }

    /** A tick has the date that was asked for, also where its instant lies on another. */
    private LocalDate dateOf(RunRequest request, Event.@Nullable Draft tick) {
        if (tick != null && tick.fact() instanceof Fact.Ticked ticked) {
            return ticked.asked().get(0).toLocalDate();
        }
        RunRequest.Again again = request.again();
        return again == null
                ? LocalDate.now(request.clock())
                : earlier.run(again.run()).request().date();
    }

    /** Where the definitions of a run came from. */
    public Fact.Origin originOf(RunId run) {
        return earlier.origin(run);
    }

    /** A request that does a run again, see {@link RunRequest.Again}; a run of this home that has ended. */
    public RunRequest again(Pipeline pipeline, long run, boolean fromFailure, Clock clock) {
        RunRecord ended = earlier.ended(pipeline, run);
        return RunRequest.again(ended, fromFailure, clock, originOf(ended.id()));
    }

    /**
     * Asks that a run be stopped; it hears of it soon, whichever process does it.
     *
     * @param by who asks, in words
     * @throws UserException if there is no such run, or if it has ended
     */
    public void cancel(long run, String by) {
        recovery.recover(run);
        RunRecord found = earlier.run(run);
        if (found.status() != RunStatus.RUNNING) {
            throw new UserException("", "cancel.ended", run, found.status().text());
        }
        store.append(List.of(new Event.Draft(found.id(), null, 0, 0, new Fact.CancelRequested(by))));
    }

    /** Records a fact of a schedule; false for a tick that is recorded already. */
    public boolean record(TriggerId schedule, Fact fact) {
        return !record(List.of(new Event.Draft(schedule, null, 0, 0, fact))).isEmpty();
    }

    /** Records facts of triggers, in this order; nothing if the first is a tick or a look that is recorded already. */
    public List<Event> record(List<Event.Draft> drafts) {
        Fact first = drafts.get(0).fact();
        boolean once = first instanceof Fact.Ticked || first instanceof Fact.Sensed;
        return once ? store.appendTick(drafts) : store.append(drafts);
    }

    /** Brings to its end what processes that have died since left behind. */
    public void recover() {
        if (!history().unfinished().isEmpty()) {
            var unused = recovery.recover();
        }
    }

    /** The cleaning of values that are no longer published; each run does its part of it when it ends. */
    public Cleaning cleaning() {
        return cleaning;
    }

    /** The folder of this home. */
    public Path home() {
        return home;
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
