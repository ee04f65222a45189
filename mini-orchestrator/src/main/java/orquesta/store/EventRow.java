package orquesta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.HomeId;
import orquesta.event.RunId;
import orquesta.event.Subject;
import orquesta.event.TriggerId;

/**
 * The events of one answer: what is the same for many rows is worked out once. Thousands of steps begin, wait and end in the
 * same words, so a fact whose text was there already is the same fact.
 */
final class EventRow implements Reader.Row<Event> {
    private static final int KEPT = 1_000;
    private static final int SHORT = 200;

    private final EventCodec codec;
    private final Map<String, Fact> facts = new HashMap<>();
    private @Nullable Columns columns;

    EventRow(EventCodec codec) {
        this.codec = codec;
    }

    /** Where a column stands in the answer: to ask for it by name takes longer than to read it. */
    private record Columns(
            int seq,
            int at,
            int pipeline,
            int run,
            int trigger,
            int step,
            int partition,
            int attempt,
            int cause,
            int type,
            int data) {
        static Columns of(ResultSet row) throws SQLException {
            return new Columns(
                    row.findColumn("seq"),
                    row.findColumn("at"),
                    row.findColumn("pipeline"),
                    row.findColumn("run"),
                    row.findColumn("trigger"),
                    row.findColumn("step"),
                    row.findColumn("partition"),
                    row.findColumn("attempt"),
                    row.findColumn("cause"),
                    row.findColumn("type"),
                    row.findColumn("data"));
        }
    }

    @Override
    public Event read(ResultSet row) throws SQLException {
        Columns at = columns;
        if (at == null) {
            at = Columns.of(row);
            columns = at;
        }
        String step = row.getString(at.step);
        return new Event(
                row.getLong(at.seq),
                Instant.ofEpochMilli(row.getLong(at.at)),
                subject(row, at),
                step.isEmpty() ? null : new Task(StepKey.parse(step), row.getString(at.partition)),
                row.getInt(at.attempt),
                row.getLong(at.cause),
                fact(row.getString(at.type), row.getString(at.data)));
    }

    private static Subject subject(ResultSet row, Columns at) throws SQLException {
        String pipeline = row.getString(at.pipeline);
        String trigger = row.getString(at.trigger);
        if (!trigger.isEmpty()) {
            return new TriggerId(pipeline, trigger);
        }
        return pipeline.isEmpty() ? new HomeId() : new RunId(pipeline, row.getLong(at.run));
    }

    private Fact fact(String type, String data) {
        if (data.length() > SHORT) {
            return codec.fact(type, data);
        }
        if (facts.size() == KEPT) {
            facts.clear();
        }
        return facts.computeIfAbsent(type + ' ' + data, key -> codec.fact(type, data));
    }
}
