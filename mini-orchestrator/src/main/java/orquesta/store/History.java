package orquesta.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.StepRecord;
import orquesta.event.TriggerId;

/**
 * What a home remembers, for all who look: answers from the projections, by index, so that a hundred thousand runs cost no
 * more than ten. Sees what is committed; may be asked from any thread.
 */
public final class History implements AutoCloseable {
    static final String RUN =
            "select pipeline, run, status, selection, job, date, owner, partitions, started, ended, reason, tick from run ";

    private final Connection reader;
    final Rows rows;

    History(Connection reader, Rows rows) {
        this.reader = reader;
        this.rows = rows;
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

    /** The newest run that had a step of this key. */
    public Optional<RunRecord> lastRunOf(StepKey step) {
        return lastRunOf(Task.of(step));
    }

    /** The newest run that had this task; without a partition, the step in any. */
    public Optional<RunRecord> lastRunOf(Task task) {
        return one(
                RUN + "where run = (select max(run) from step where step = ?1 and (?2 = '' or partition = ?2))",
                rows::run,
                task.step().text(),
                task.partition());
    }

    /** Every step that any run had, by name. */
    public List<String> stepNames() {
        return all("select distinct step from step order by step, partition", result -> result.getString(1));
    }

    /** The steps of a run, by key. */
    public List<StepRecord> steps(RunId run) {
        return all(
                "select step, partition, state, attempts, reason, cause, rows, started, ended from step"
                        + " where pipeline = ? and run = ? order by step",
                rows::step,
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

    /** What readers see of the tasks of a pipeline, asked for each. */
    public Function<Task, Optional<Pin>> published(String pipeline) {
        return task -> published(pipeline, task);
    }

    /** Which tasks of a pipeline failed, asked for each. */
    public Predicate<Task> failed(String pipeline) {
        return task -> failed(pipeline, task);
    }

    /** Whether an attempt at a task failed since the value was published that readers see; of two runs that took turns, too. */
    public boolean failed(String pipeline, Task task) {
        return one(
                        "select run from step indexed by step_failed where step = ?1 and partition = ?2 and pipeline = ?3"
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

    /** The newest published value of an asset in any pipeline; of a partition if one is named. */
    public Optional<Pin> newest(Task task) {
        return one(
                "select seq, pipeline, run, value from materialization where asset = ?1 and (?2 = '' or partition = ?2)"
                        + " and published is not null order by published desc limit 1",
                rows::pin,
                task.asset().name(),
                task.partition());
    }

    /** The materializing events of published values with files that may not all have reached their place. */
    public List<Event> undelivered() {
        return all(
                "select * from event where seq in (select seq from materialization where published is not null"
                        + " and delivered is null and json_extract(value, '$.delivery') is not null) order by seq",
                rows::event);
    }

    /** The events of a run, in order. */
    public List<Event> events(RunId run) {
        return all("select * from event where run = ? order by seq", rows::event, run.number());
    }

    /** The events of a run, in order, behind the tick that started it, if one did. */
    public List<Event> story(RunId run) {
        return all(
                "select * from event where run = ?1 or seq ="
                        + " (select cause from event where run = ?1 and type = 'run_started') order by seq",
                rows::event,
                run.number());
    }

    /** The request that a run be stopped. */
    Optional<Event> cancelOf(RunId run) {
        return one(
                "select * from event where run = ? and type = 'cancel_requested' order by seq limit 1",
                rows::event,
                run.number());
    }

    /** The newest event of each kind of a schedule, in order, of its ticks the last: enough to know what it does next. */
    public List<Event> trigger(TriggerId trigger) {
        return all(
                "select * from event where seq in (select max(seq) from event where pipeline = ?1 and \"trigger\" = ?2"
                        + " and \"trigger\" <> '' and type <> 'ticked' group by type"
                        + " union all select * from (select seq from tick where pipeline = ?1 and schedule = ?2"
                        + " order by due desc limit 1)) order by seq",
                rows::event,
                trigger.pipeline(),
                trigger.name());
    }

    /** The newest things that a sensor told, the newest first, at most so many. */
    public List<Event> sensed(TriggerId trigger, int limit) {
        return all(
                "select event.* from sensed join event on event.seq = sensed.seq where sensed.pipeline = ? and sensor = ?"
                        + " order by number desc limit ?",
                rows::event,
                trigger.pipeline(),
                trigger.name(),
                limit);
    }

    /** The number of the newest run of a job that ended well; 0 if none did. */
    public long lastWell(String pipeline, String job) {
        return one(
                        "select coalesce(max(run), 0) from run where pipeline = ? and job = ? and status in ('ok', 'warned')",
                        result -> result.getLong(1),
                        pipeline,
                        job)
                .orElseThrow();
    }

    /** The newest event by which any partition of an asset was published; 0 before the first. */
    public long lastPublished(String pipeline, AssetKey asset) {
        return one(
                        "select coalesce(max(published), 0) from materialization where asset = ? and published is not null"
                                + " and pipeline = ?",
                        result -> result.getLong(1),
                        asset.name(),
                        pipeline)
                .orElseThrow();
    }

    /** The newest ticks of a schedule, the newest first, at most so many. */
    public List<Event> ticks(TriggerId trigger, int limit) {
        return all(
                "select event.* from tick join event on event.seq = tick.seq where tick.pipeline = ? and tick.schedule = ?"
                        + " order by due desc limit ?",
                rows::event,
                trigger.pipeline(),
                trigger.name(),
                limit);
    }

    /** What ended in a pipeline after an event, in order, at most so much: runs, and ticks. */
    public List<Event> endsAfter(String pipeline, long seq, int limit) {
        return all(
                "select * from event where seq > ?2 and pipeline = ?1 and type in ('run_ended', 'ticked')"
                        + " order by seq limit ?3",
                rows::event,
                pipeline,
                seq,
                limit);
    }

    /** What was sent of some runs, or could not be, in order. */
    public List<ToldRun> told(long firstRun, long lastRun) {
        return all(
                "select alert.*, ended.run as told from event alert cross join event ended on ended.seq = alert.cause"
                        + " where alert.\"trigger\" <> '' and alert.type = 'alerted' and ended.run between ? and ?"
                        + " and ended.run > 0 order by alert.seq",
                row -> new ToldRun(row.getLong("told"), rows.event(row)),
                firstRun,
                lastRun);
    }

    /** Somebody was told of a run, or could not be: a fact {@code Alerted}. */
    public record ToldRun(long run, Event alert) {}

    /** When the newest value of an asset was published that had been by a moment; empty if none had. */
    public Optional<Instant> lastPublished(String pipeline, AssetKey asset, Instant by) {
        return one(
                "select event.at from materialization m join event on event.seq = m.published where m.pipeline = ?1"
                        + " and m.asset = ?2 and m.published is not null and event.at <= ?3 order by m.published desc limit 1",
                result -> Instant.ofEpochMilli(result.getLong(1)),
                pipeline,
                asset.name(),
                by.toEpochMilli());
    }

    /** The place of the newest event; 0 if nothing ever happened. */
    public long lastSeq() {
        return one("select coalesce(max(seq), 0) from event", result -> result.getLong(1))
                .orElseThrow();
    }

    /** One event by its place. */
    public Optional<Event> event(long seq) {
        return one("select * from event where seq = ?", rows::event, seq);
    }

    /** What happened in this home after an event, in order, at most so much; after 0 is from the first. */
    public List<Event> eventsAfter(long seq, int limit) {
        return all("select * from event where seq > ? order by seq limit ?", rows::event, seq, limit);
    }

    /** What was printed in a run: by one step, or ({@code step} null) by all in the order in which it came. */
    public List<LogChunk> logs(RunId run, @Nullable StepKey step) {
        return logs(run, step, "");
    }

    /** What one partition of a step printed; of an empty partition, all. */
    public List<LogChunk> logs(RunId run, @Nullable StepKey step, String partition) {
        return all(
                "select iif(partition = '', step, step || '@' || partition), attempt, text from log_chunk"
                        + " where run = ?1 and (?2 is null or step = ?2) and (?3 = '' or partition = ?3) order by n",
                result -> new LogChunk(result.getString(1), result.getInt(2), result.getString(3)),
                run.number(),
                step == null ? null : step.text(),
                partition);
    }

    /** A piece of what a step printed; {@code step} is empty for the run as a whole. */
    public record LogChunk(String step, int attempt, String text) {}

    /** Turns a row into a value. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) {
        return all(sql, row, values).stream().findFirst();
    }

    <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) {
        synchronized (reader) {
            try (PreparedStatement statement = reader.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                List<T> found = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        found.add(row.read(result));
                    }
                }
                return found;
            } catch (SQLException e) {
                throw Database.meaning(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
