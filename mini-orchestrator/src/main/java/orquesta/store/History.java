package orquesta.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.event.TaskHistory;
import orquesta.text.Message;

/**
 * What a home remembers, for all who look: answers from the projections, by index, so that a hundred thousand runs cost no
 * more than ten. Sees what is committed; may be asked from any thread.
 */
public final class History implements AutoCloseable {
    static final String RUN =
            "select pipeline, run, status, selection, job, date, owner, partitions, started, ended, reason, tick from run ";

    /** Answers take processors, so many more than there are would only take memory. */
    private static final int READERS = 4;

    private final Readers readers;
    /** One connection, always the same: what two say of changes cannot be compared. */
    private final Readers watch;

    final Rows rows;

    History(Readers.Opener opener, Rows rows) {
        this.readers = new Readers(opener, READERS);
        this.watch = new Readers(opener, 1);
        this.rows = rows;
    }

    /** Another number whenever anything of the home was changed since, by whichever process. */
    public long change() {
        return watch.all("pragma data_version", row -> row.getLong(1)).get(0);
    }

    /** The number that the next run of this home gets. */
    public long nextRun() {
        return one("select coalesce(max(run), 0) + 1 from run", result -> result.getLong(1))
                .orElseThrow();
    }

    /** The runs of all pipelines, newest first, at most so many. */
    public List<RunRecord> runs(int limit) {
        return all(RUN + "where run > 0 order by run desc limit ?", rows::run, limit); // by index, as it is asked for
    }

    public Optional<RunRecord> run(long number) {
        return one(RUN + "where run = ?", rows::run, number);
    }

    /** Runs that never ended, oldest first. */
    public List<RunRecord> unfinished() {
        return all(RUN + "where status = 'running' order by run", rows::run);
    }

    /** The steps of a run, by key. */
    public List<StepRecord> steps(RunId run) {
        return all(
                "select step, partition, state, attempts, reason, cause, rows, started, ended from step"
                        + " where pipeline = ? and run = ? order by step",
                rows.steps(),
                run.pipeline(),
                run.number());
    }

    /** What a run wrote for a task and published; empty if it did not. */
    public Optional<Pin> publishedBy(RunId run, Task task) {
        return one(
                "select seq, pipeline, run, value from materialization where run = ? and asset = ? and partition = ?"
                        + " and published is not null order by seq desc limit 1",
                rows::pin,
                run.number(),
                task.asset().name(),
                task.partition());
    }

    /** A value by the event that materialized it. */
    public Optional<Pin> materialization(long seq) {
        return one("select seq, pipeline, run, value from materialization where seq = ?", rows::pin, seq);
    }

    /** What readers see of an asset now. */
    public Optional<Pin> published(String pipeline, AssetKey asset) {
        return published(pipeline, Task.of(asset));
    }

    /** What readers see of an asset, or of one partition of it, now. */
    public Optional<Pin> published(String pipeline, Task task) {
        return one(
                "select seq, pipeline, run, value from materialization where pipeline = ? and asset = ? and partition = ?"
                        + " and published is not null order by published desc limit 1",
                rows::pin,
                pipeline,
                task.asset().name(),
                task.partition());
    }

    /** The event that materialized what readers see of a task now; 0 if nothing is published. By the index alone. */
    long written(String pipeline, Task task) {
        return one(
                        "select seq from materialization indexed by materialization_published where pipeline = ? and asset = ?"
                                + " and partition = ? and published is not null order by published desc limit 1",
                        row -> row.getLong(1),
                        pipeline,
                        task.asset().name(),
                        task.partition())
                .orElse(0L);
    }

    /** How the tasks of a pipeline stand, each as it is when it is first asked for. For one plan, in one thread. */
    public TaskHistory tasks(String pipeline) {
        return new TasksSeen(this, pipeline, TasksSeen.FEW);
    }

    /** Whether an attempt at a task failed since the value was published that readers see; of two runs that took turns, too. */
    public boolean failed(String pipeline, Task task) {
        return one(
                        "select run from step indexed by step_failed_since where step = ?1 and partition = ?2 and pipeline = ?3"
                                + " and state in ('failed', 'timed_out', 'blocked', 'crashed') and ended > coalesce("
                                + "(select e.at from materialization m join event e on e.seq = m.published where m.pipeline = ?3"
                                + " and m.asset = ?4 and m.partition = ?2 and m.published is not null"
                                + " order by m.published desc limit 1), 0) limit 1",
                        row -> row.getLong(1),
                        task.step().text(),
                        task.partition(),
                        pipeline,
                        task.asset().name())
                .isPresent();
    }

    /**
     * How another run failed at a task since a run began, and since the value was published that readers see; of several the first.
     * A crash is no failure: whoever is there does what the dead one was at.
     */
    Optional<Fact.StepChanged> failedBeside(RunId run, Task task) {
        return one(
                "select s.run, s.state, s.reason from step s indexed by step_failed_since where s.step = ?1 and s.partition = ?2"
                        + " and s.pipeline = ?3 and s.state in ('failed', 'timed_out', 'blocked', 'crashed')"
                        + " and s.state <> 'crashed' and s.run <> ?4 and s.ended > max((select started from run where"
                        + " pipeline = ?3 and run = ?4), coalesce((select e.at from materialization m join event e"
                        + " on e.seq = m.published where m.pipeline = ?3 and m.asset = ?5 and m.partition = ?2"
                        + " and m.published is not null order by m.published desc limit 1), 0)) order by s.ended limit 1",
                row -> new Fact.StepChanged(
                        State.parse(row.getString(2)),
                        Message.of("step.failed_beside", row.getLong(1), rows.value(row, "reason", Message.class))),
                task.step().text(),
                task.partition(),
                run.pipeline(),
                run.number(),
                task.asset().name());
    }

    /**
     * The materializing events of published values that may not have reached their place whole. Where a newer value was
     * published only files are asked for, since theirs lie about; a view of a database is the newer one's.
     */
    public List<Event> undelivered() {
        return all(
                "select * from event where seq in (select seq from materialization m where published is not null"
                        + " and delivered is null and json_extract(value, '$.delivery') is not null"
                        + " and (json_extract(value, '$.form') = 'FILE' or not exists (select 1 from materialization n"
                        + " where n.pipeline = m.pipeline and n.asset = m.asset and n.partition = m.partition"
                        + " and n.published > m.published))) order by seq",
                rows.events());
    }

    /** The events of a run, in order. */
    public List<Event> events(RunId run) {
        return all("select * from event where run = ? order by seq", rows.events(), run.number());
    }

    /** The events of a run, in order, behind the tick that started it, if one did. */
    public List<Event> story(RunId run) {
        return all(
                "select * from event where run = ?1 or seq ="
                        + " (select cause from event where run = ?1 and type = 'run_started') order by seq",
                rows.events(),
                run.number());
    }

    /** The request that a run be stopped. */
    Optional<Event> cancelOf(RunId run) {
        return one(
                "select * from event where run = ? and type = 'cancel_requested' order by seq limit 1",
                rows.events(),
                run.number());
    }

    /** One event by its place. */
    public Optional<Event> event(long seq) {
        return one("select * from event where seq = ?", rows.events(), seq);
    }

    /** What happened in this home after an event, in order, at most so much; after 0 is from the first. */
    public List<Event> eventsAfter(long seq, int limit) {
        return all("select * from event where seq > ? order by seq limit ?", rows.events(), seq, limit);
    }

    /** The place of the newest event; 0 if nothing ever happened. */
    public long lastSeq() {
        return one("select coalesce(max(seq), 0) from event", result -> result.getLong(1))
                .orElseThrow();
    }

    <T> Optional<T> one(String sql, Reader.Row<T> row, @Nullable Object... values) {
        return all(sql, row, values).stream().findFirst();
    }

    <T> List<T> all(String sql, Reader.Row<T> row, @Nullable Object... values) {
        return readers.all(sql, row, values);
    }

    @Override
    public void close() {
        readers.close();
        watch.close();
    }
}
