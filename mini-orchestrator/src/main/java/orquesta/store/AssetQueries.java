package orquesta.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.asset.Task;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.text.Message;
import orquesta.values.FileOwners;

/** What the page of an asset asks: its last values and the verdicts on them, by index. */
public final class AssetQueries implements FileOwners.Published {
    private final History history;
    private final CleanedValues cleaned;

    public AssetQueries(History history) {
        this.history = history;
        this.cleaned = new CleanedValues(history);
    }

    /**
     * A value of a task that was published, and when it was written.
     *
     * @param gone what is said of it since it was cleaned; null while it is there
     */
    public record Value(
            RunId run,
            Task task,
            Instant at,
            Materialization materialization,
            @Nullable Message gone) {}

    /**
     * What became of a check of a task in a run.
     *
     * @param evaluated what it said; null if it did not judge
     */
    public record Judged(RunId run, Task task, State state, Fact.@Nullable CheckEvaluated evaluated) {}

    /** What is published of an asset: of each partition the newest value. */
    @Override
    public List<Materialization> of(String pipeline, AssetKey asset) {
        return history.all(
                "select value, max(published) from materialization indexed by materialization_newest"
                        + " where asset = ? and published is not null and pipeline = ? group by partition",
                row -> history.rows.value(row, "value", Materialization.class),
                asset.name(),
                pipeline);
    }

    @Override
    public Optional<Message> cleaned(Materialization value) {
        return cleaned.at(value).map(CleanedValues.Gone::said);
    }

    /** The values that were published last, the newest first, at most so many. */
    public List<Value> values(String pipeline, AssetKey asset, int limit) {
        return history.all(
                "select m.run, m.partition, e.at as written, m.value, c.at, json_extract(c.data, '$.why') as why"
                        + " from materialization m indexed by materialization_newest"
                        + " join event e on e.seq = m.seq left join event c on c.seq = m.cleaned where m.asset = ? and m.published is not null"
                        + " and m.pipeline = ? order by m.published desc limit ?",
                row -> new Value(
                        new RunId(pipeline, row.getLong("run")),
                        new Task(asset, row.getString("partition")),
                        Instant.ofEpochMilli(row.getLong("written")),
                        history.rows.value(row, "value", Materialization.class),
                        cleaned.gone(row).map(CleanedValues.Gone::said).orElse(null)),
                asset.name(),
                pipeline,
                limit);
    }

    /** The last runs in which a check had a part, the newest first, at most so many. */
    public List<Judged> judged(String pipeline, CheckKey check, int limit) {
        return history.all(
                "select s.run, s.partition, s.state, (select c.result from check_result c where c.run = s.run and c.step = s.step"
                        + " and c.partition = s.partition order by c.seq desc limit 1) as result"
                        + " from step s indexed by step_name where s.step = ? and s.pipeline = ? order by s.run desc limit ?",
                row -> new Judged(
                        new RunId(pipeline, row.getLong("run")),
                        new Task(check, row.getString("partition")),
                        State.parse(row.getString("state")),
                        row.getString("result") == null
                                ? null
                                : history.rows.value(row, "result", Fact.CheckEvaluated.class)),
                check.text(),
                pipeline,
                limit);
    }
}
