package orquesta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.HomeId;
import orquesta.event.Materialization;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.event.Subject;
import orquesta.event.TriggerId;
import orquesta.text.Message;

/** What each row of the tables stands for. */
final class Rows {
    private final EventCodec codec;

    Rows(EventCodec codec) {
        this.codec = codec;
    }

    RunRecord run(ResultSet row) throws SQLException {
        RunRecord.Request request = new RunRecord.Request(
                row.getString("selection"),
                row.getString("job"),
                LocalDate.parse(row.getString("date")),
                Instant.ofEpochMilli(row.getLong("started")),
                row.getString("owner"),
                row.getString("partitions"),
                instant(row, "tick"));
        String reason = row.getString("reason");
        return new RunRecord(
                new RunId(row.getString("pipeline"), row.getLong("run")),
                RunStatus.parse(row.getString("status")),
                request,
                instant(row, "ended"),
                reason.isEmpty() ? Message.of("run.running") : codec.read(reason, Message.class));
    }

    StepRecord step(ResultSet row) throws SQLException {
        return new StepRecord(
                new Task(StepKey.parse(row.getString("step")), row.getString("partition")),
                State.parse(row.getString("state")),
                row.getInt("attempts"),
                codec.read(row.getString("reason"), Message.class),
                row.getLong("cause"),
                row.getLong("rows"),
                new StepRecord.Times(instant(row, "started"), instant(row, "ended")));
    }

    Pin pin(ResultSet row) throws SQLException {
        RunId run = new RunId(row.getString("pipeline"), row.getLong("run"));
        return new Pin(row.getLong("seq"), run, codec.read(row.getString("value"), Materialization.class));
    }

    Event event(ResultSet row) throws SQLException {
        String step = row.getString("step");
        return new Event(
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("at")),
                subject(row),
                step.isEmpty() ? null : new Task(StepKey.parse(step), row.getString("partition")),
                row.getInt("attempt"),
                row.getLong("cause"),
                codec.fact(row.getString("type"), row.getString("data")));
    }

    /** What is kept in a column as JSON. */
    <T> T value(ResultSet row, String column, Class<T> type) throws SQLException {
        return codec.read(row.getString(column), type);
    }

    private static Subject subject(ResultSet row) throws SQLException {
        String pipeline = row.getString("pipeline");
        String trigger = row.getString("trigger");
        if (!trigger.isEmpty()) {
            return new TriggerId(pipeline, trigger);
        }
        return pipeline.isEmpty() ? new HomeId() : new RunId(pipeline, row.getLong("run"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
