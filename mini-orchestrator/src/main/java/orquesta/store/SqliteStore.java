package orquesta.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.StepKey;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.text.Message;

/** The memory of a home: appends events, and answers from the projections. */
public final class SqliteStore implements EventLog, AutoCloseable {
    private static final String RUN =
            "select pipeline, run, status, selection, job, date, owner, started, ended, reason from run ";

    private final EventCodec codec = new EventCodec();
    private final EventWriter writer;
    private final Connection reader;

    /** Opens the file, and makes it if it is not there. */
    public SqliteStore(Path file, Clock clock) {
        Database database = new Database(file);
        try {
            this.writer = new EventWriter(database.writer(), codec, clock);
            this.reader = database.reader();
        } catch (SQLException e) {
            throw new IllegalStateException("the event log " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Event> append(List<Event.Draft> drafts) {
        return writer.append(drafts, false);
    }

    @Override
    public List<Event> publish(List<Event.Draft> drafts) {
        return writer.append(drafts, true);
    }

    @Override
    public void log(RunId run, String step, int attempt, String text) {
        writer.log(run, step, attempt, text);
    }

    /** The number that the next run of this home gets. */
    public long nextRun() {
        return one("select coalesce(max(run), 0) + 1 from run", result -> result.getLong(1))
                .orElseThrow();
    }

    /** The runs of all pipelines, newest first, at most so many. */
    public List<RunRecord> runs(int limit) {
        return all(RUN + "order by run desc limit ?", this::run, limit);
    }

    public Optional<RunRecord> run(long number) {
        return one(RUN + "where run = ?", this::run, number);
    }

    /** Runs that never ended, oldest first. */
    public List<RunRecord> unfinished() {
        return all(RUN + "where status = 'running' order by run", this::run);
    }

    /** The newest run that had a step of this key. */
    public Optional<RunRecord> lastRunOf(StepKey step) {
        return one(RUN + "where run = (select max(run) from step where step = ?)", this::run, step.text());
    }

    /** Every step that any run had, by name. */
    public List<String> stepNames() {
        return all("select distinct step from step order by step", result -> result.getString(1));
    }

    /** The steps of a run, by key. */
    public List<StepRecord> steps(RunId run) {
        return all(
                "select step, state, attempts, reason, cause, rows, started, ended from step"
                        + " where pipeline = ? and run = ? order by step",
                this::step,
                run.pipeline(),
                run.number());
    }

    /** What readers see of an asset now. */
    public Optional<Pin> published(String pipeline, AssetKey asset) {
        return one(
                "select seq, pipeline, run, value from materialization where pipeline = ? and asset = ?"
                        + " and published is not null order by published desc limit 1",
                this::pin,
                pipeline,
                asset.name());
    }

    /** The newest published value of an asset in any pipeline. */
    public Optional<Pin> published(AssetKey asset) {
        return one(
                "select seq, pipeline, run, value from materialization where asset = ?"
                        + " and published is not null order by published desc limit 1",
                this::pin,
                asset.name());
    }

    /** The materializing events of published values with files that may not all have reached their place. */
    public List<Event> undelivered() {
        return all(
                "select * from event where seq in (select seq from materialization where published is not null"
                        + " and delivered is null and json_extract(value, '$.delivery') is not null) order by seq",
                this::event);
    }

    /** The events of a run, in order. */
    public List<Event> events(RunId run) {
        return all("select * from event where run = ? order by seq", this::event, run.number());
    }

    /** The check results of a run, in order, with the check that each belongs to. */
    public List<Event> checkResults(RunId run) {
        return events(run).stream()
                .filter(event -> event.fact() instanceof Fact.CheckEvaluated)
                .toList();
    }

    /** What was printed in a run: by one step, or ({@code step} null) by all in the order in which it came. */
    public List<LogChunk> logs(RunId run, @Nullable StepKey step) {
        return all(
                "select step, attempt, text from log_chunk where run = ? and (? is null or step = ?) order by n",
                result -> new LogChunk(result.getString(1), result.getInt(2), result.getString(3)),
                run.number(),
                step == null ? null : step.text(),
                step == null ? null : step.text());
    }

    /** A piece of what a step printed; {@code step} is empty for the run as a whole. */
    public record LogChunk(String step, int attempt, String text) {}

    /** Throws the projections away and makes them anew from the events; returns how many events there are. */
    public long rebuild() {
        return writer.rebuild(this::event);
    }

    private RunRecord run(ResultSet row) throws SQLException {
        RunRecord.Request request = new RunRecord.Request(
                row.getString("selection"),
                row.getString("job"),
                LocalDate.parse(row.getString("date")),
                Instant.ofEpochMilli(row.getLong("started")),
                row.getString("owner"));
        String reason = row.getString("reason");
        return new RunRecord(
                new RunId(row.getString("pipeline"), row.getLong("run")),
                RunStatus.parse(row.getString("status")),
                request,
                instant(row, "ended"),
                reason.isEmpty() ? Message.of("run.running") : codec.read(reason, Message.class));
    }

    private StepRecord step(ResultSet row) throws SQLException {
        return new StepRecord(
                StepKey.parse(row.getString("step")),
                State.parse(row.getString("state")),
                row.getInt("attempts"),
                codec.read(row.getString("reason"), Message.class),
                row.getLong("cause"),
                row.getLong("rows"),
                new StepRecord.Times(instant(row, "started"), instant(row, "ended")));
    }

    private Pin pin(ResultSet row) throws SQLException {
        RunId run = new RunId(row.getString("pipeline"), row.getLong("run"));
        return new Pin(row.getLong("seq"), run, codec.read(row.getString("value"), Materialization.class));
    }

    private Event event(ResultSet row) throws SQLException {
        String step = row.getString("step");
        return new Event(
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("at")),
                new RunId(row.getString("pipeline"), row.getLong("run")),
                step.isEmpty() ? null : StepKey.parse(step),
                row.getInt("attempt"),
                row.getLong("cause"),
                codec.fact(row.getString("type"), row.getString("data")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** Turns a row into a value. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... values) {
        return all(sql, row, values).stream().findFirst();
    }

    private <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) {
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
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            reader.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
