package orquesta.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.daemon.VirtualDays;
import orquesta.definition.Pipeline;
import orquesta.load.Checkout;
import orquesta.load.DefinitionLoader;
import orquesta.partition.PartitionChoice;
import orquesta.process.FastClock;
import orquesta.selection.Selection;
import orquesta.text.Language;
import orquesta.text.Nearest;
import orquesta.text.UserException;
import tech.tablesaw.api.Table;

/**
 * A place where a lesson may break things: the committed data to read, a home and folders of its own to write. What runs
 * here does not show in the student's own home.
 *
 * <pre>{@code
 * Sandbox sandbox = Sandbox.open();
 * Pipeline ventas = sandbox.pipeline("ventas");
 * RunResult run = sandbox.run(ventas);
 * sandbox.show("ingresos", sandbox.published(ventas, "ingresos_totales"));
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    /** How many seconds of a virtual clock pass in one. */
    static final double SPEED = 600;

    private final Path folder;
    private final Checkout checkout;
    private final Orchestrator orchestrator;
    private final List<Sql> opened = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final Map<String, RunResult> lastRuns = new HashMap<>();
    private int watched;
    private boolean closed;

    private Sandbox(Path folder) {
        this.folder = folder;
        this.checkout = new Checkout(Path.of(""));
        this.orchestrator = Orchestrator.at(folder.resolve("home"));
    }

    /** A new, empty one; closing it removes it. */
    public static Sandbox open() {
        try {
            return new Sandbox(Files.createTempDirectory("orquesta-lesson-").toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the committed data, {@code ventas.csv}, or a folder of it, {@code variants/american}. */
    public Path data(String name) {
        Path datasets = checkout.folder().resolve("datasets");
        Path found = datasets.resolve(name);
        if (!Files.exists(found)) {
            List<String> names = names(Objects.requireNonNull(found.getParent()));
            String wanted = found.getFileName().toString();
            throw new UserException("data", "sandbox.no_data", name, Nearest.clue(wanted, names));
        }
        return found;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A folder to write into, made if it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(open(folder).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SQL over files: those of the folder {@code archivos} here, else the committed data. One for each call; this closes all. */
    public Sql sql() {
        Sql sql = new Sql(folder("temporary"), List.of(folder("archivos"), data("")));
        opened.add(sql);
        return sql;
    }

    /** An example of the kit, over the committed data. */
    public Pipeline pipeline(String name) {
        return pipeline(name, data(""));
    }

    /** An example of the kit over other data: a folder with files of the same names. */
    public Pipeline pipeline(String name, Path datasets) {
        Path sources = checkout.pipeline(name);
        return new DefinitionLoader(checkout.cache(folder))
                .load(sources)
                .from(checkout.base(sources))
                .with(Map.of(
                        "datasets", datasets.toString(),
                        "reports", folder("reports").toString()));
    }

    /** Runs all of a pipeline, in the home of this sandbox. */
    public RunResult run(Pipeline pipeline) {
        return kept(pipeline, open(orchestrator).run(pipeline));
    }

    /** The same with so many workers: as many steps at most run side by side. */
    public RunResult run(Pipeline pipeline, int workers) {
        RunRequest all = RunRequest.of(Selection.parse(List.of()));
        RunRequest request = new RunRequest(all.selection(), all.job(), all.clock(), workers);
        return kept(pipeline, open(orchestrator).run(pipeline, request));
    }

    /** Runs what a selection picks, for one partition or some in a row: {@code run(tienda, "ventas", "2026-03-04")}. */
    public RunResult run(Pipeline pipeline, String selection, String partition) {
        RunRequest request = RunRequest.of(Selection.parse(List.of(selection)));
        PartitionChoice choice = PartitionChoice.of(partition, request.clock().instant());
        return kept(pipeline, open(orchestrator).run(pipeline, request.in(choice)));
    }

    /** Computes the partitions from one to another that are missing or out of date; one that fails stops no other. */
    public RunResult backfill(Pipeline pipeline, String from, String to) {
        return kept(pipeline, open(orchestrator).run(pipeline, missing(from, to)));
    }

    /** What {@link #backfill} would compute now, such as {@code ventas@2026-03-04}; computes nothing. */
    public List<String> missing(Pipeline pipeline, String from, String to) {
        return open(orchestrator).plan(pipeline, missing(from, to)).tasks().stream()
                .map(planned -> planned.task().text())
                .toList();
    }

    private static RunRequest missing(String from, String to) {
        RunRequest all = RunRequest.of(Selection.parse(List.of()));
        return all.in(PartitionChoice.backfill(from, to, all.clock().instant()));
    }

    /**
     * Lets the schedules of a pipeline fire on a virtual clock, and says what they did; each time in a new home.
     *
     * @param from the moment at which the clock begins, such as {@code 2026-09-05T23:55}; a second of it is {@value #SPEED} there
     * @param until the moment of the last tick that may come
     */
    public VirtualDays watch(Pipeline pipeline, String from, String until) {
        FastClock clock = VirtualDays.clock(from, SPEED);
        Path days = folder("days/" + watched++);
        try (Orchestrator watching = Orchestrator.at(days, clock)) {
            return VirtualDays.watch(watching, pipeline, clock, until);
        }
    }

    /** Begins a process of its own that does a command of the kit: {@code worker("backfill", folder, "--from", ...)}. */
    public Worker worker(Object... words) {
        Path said = folder("workers").resolve(workers.size() + ".txt");
        Worker worker = Worker.begin(said, Worker.PATIENCE, words);
        workers.add(worker);
        return worker;
    }

    /** What readers of an asset, or of a partition ({@code ventas@2026-03-04}), see now, to ask more of it. */
    public Relation published(Pipeline pipeline, String asset) {
        return open(orchestrator)
                .history()
                .published(pipeline.name(), Task.parse(asset))
                .map(pin -> (Relation) orchestrator.value(pin, Relation.class))
                .orElseThrow(() -> unpublished(pipeline, asset));
    }

    private RunResult kept(Pipeline pipeline, RunResult result) {
        lastRuns.put(pipeline.name(), result);
        return result;
    }

    /** Why nobody can read an asset: how it ended in the last run here, or that none computed it. */
    private UserException unpublished(Pipeline pipeline, String asset) {
        return Stream.ofNullable(lastRuns.get(pipeline.name()))
                .flatMap(last -> last.steps().stream())
                .filter(step -> step.task().text().equals(asset))
                .findFirst()
                .map(step -> new UserException(
                        "", "sandbox.not_ok", asset, step.state().text(), step.reason()))
                .orElseGet(() -> new UserException(asset, "sandbox.not_published", asset, pipeline.name()));
    }

    /** The rows that a check of a run found failing, at most 100: {@code failing(run, "ventas#columnas")}. */
    public Table failing(RunResult run, String check) {
        return new FailingRows(open(orchestrator).history(), run).of(check);
    }

    /** The rows of a relation as a table to compute with. */
    public Table table(Relation relation) {
        return open(orchestrator).table(relation);
    }

    /** The rows of a relation as a table to look at, under a title. */
    public Table show(String title, Relation relation) {
        Table table = table(relation).setName(title);
        Table types = orchestrator.table(
                Relation.with("shown", relation).sql("select column_name, column_type from (describe from shown)"));
        Map<String, String> byName = new HashMap<>();
        types.forEach(row -> byName.put(row.getString(0), row.getString(1)));
        return new ShownTable(Language.current(), byName).of(table);
    }

    /** A table to look at: numbers as people of the reader's language write them. */
    public Table show(Table table) {
        return new ShownTable(Language.current(), Map.of()).of(table);
    }

    /** A part of this sandbox, as long as it is there. */
    private <T> T open(T part) {
        if (closed) {
            throw new UserException("sandbox", "sandbox.closed");
        }
        return part;
    }

    /** Closes the home and removes everything that was written; once more, and it does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        workers.forEach(Worker::close);
        opened.forEach(Sql::close);
        orchestrator.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
