package orquesta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Materialization;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.StepRecord;
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

    /** The steps of one answer: many have the same reason. */
    Reader.Row<StepRecord> steps() {
        Map<String, Message> reasons = new HashMap<>();
        return row -> step(row, reasons);
    }

    private StepRecord step(ResultSet row, Map<String, Message> reasons) throws SQLException {
        return new StepRecord(
                new Task(StepKey.parse(row.getString("step")), row.getString("partition")),
                State.parse(row.getString("state")),
                row.getInt("attempts"),
                reasons.computeIfAbsent(row.getString("reason"), text -> codec.read(text, Message.class)),
                row.getLong("cause"),
                row.getLong("rows"),
                new StepRecord.Times(instant(row, "started"), instant(row, "ended")));
    }

    Pin pin(ResultSet row) throws SQLException {
        RunId run = new RunId(row.getString("pipeline"), row.getLong("run"));
        return new Pin(row.getLong("seq"), run, codec.read(row.getString("value"), Materialization.class));
    }

    /** The events of one answer. */
    Reader.Row<Event> events() {
        return new EventRow(codec);
    }

    /** What is kept in a column as JSON. */
    <T> T value(ResultSet row, String column, Class<T> type) throws SQLException {
        return codec.read(row.getString(column), type);
    }

    /** A value as JSON, for a question about many. */
    String written(Object value) {
        return codec.write(value);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
