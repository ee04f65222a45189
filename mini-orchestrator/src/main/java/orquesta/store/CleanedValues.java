package orquesta.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.Materialization;
import orquesta.event.RunId;
import orquesta.text.Message;
import orquesta.text.Moments;

/** Which values were cleaned, when, and by which rule: so that whoever looks for one is told. */
public final class CleanedValues {
    private static final String CLEANED =
            "select m.asset, m.partition, c.at, json_extract(c.data, '$.why') as why from materialization m";

    private final History history;

    public CleanedValues(History history) {
        this.history = history;
    }

    /**
     * A value that is no longer there.
     *
     * @param why the rule by which it went
     */
    public record Gone(Instant at, Message why) {
        /** When, as a text with its offset, in the zone of this machine. */
        public String time() {
            return Moments.text(at, ZoneId.systemDefault());
        }

        /** When it went, why, and what to do, in one sentence. */
        public Message said() {
            return Message.of("clean.gone", time(), why);
        }
    }

    /** What became of the value that an event materialized; empty if it was not cleaned. */
    public Optional<Gone> of(long materialization) {
        return first(" join event c on c.seq = m.cleaned where m.seq = ?", materialization);
    }

    /** The values that a run wrote and that were cleaned, by task. */
    public Map<Task, Gone> of(RunId run) {
        Map<Task, Gone> cleaned = new HashMap<>();
        history.all(
                        CLEANED + " indexed by materialization_run join event c on c.seq = m.cleaned where m.run = ?",
                        row -> Map.entry(
                                new Task(new AssetKey(row.getString("asset")), row.getString("partition")),
                                gone(row).orElseThrow()),
                        run.number())
                .forEach(found -> cleaned.put(found.getKey(), found.getValue()));
        return cleaned;
    }

    /** What became of a value that was to be where it is no longer. Reads through all that was cleaned: for who failed. */
    public Optional<Gone> at(Materialization value) {
        return first(
                " join event c on c.seq = m.cleaned where m.cleaned is not null"
                        + " and json_extract(m.value, '$.location') = ?",
                value.location());
    }

    private Optional<Gone> first(String condition, @Nullable Object asked) {
        return history.all(CLEANED + condition, this::gone, asked).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What a row says in its columns {@code at} and {@code why}; empty if they are. */
    Optional<Gone> gone(ResultSet row) throws SQLException {
        return row.getString("why") == null
                ? Optional.empty()
                : Optional.of(new Gone(
                        Instant.ofEpochMilli(row.getLong("at")), history.rows.value(row, "why", Message.class)));
    }
}
