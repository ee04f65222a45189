package orquesta.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.State;

/**
 * How the partitions of an asset stand. Each answer goes from one partition to the next by index, and of each looks at its
 * newest rows: it grows with the partitions, not with the runs.
 */
public final class PartitionQueries {
    private static final String OF_STEP =
            "from step indexed by step_partition" + " where pipeline = ?1 and step = ?2 and partition <> ''";
    private static final String FAILED = "from step indexed by step_failed where step = ?2"
            + " and state in ('failed', 'timed_out', 'blocked', 'crashed') and pipeline = ?1";
    private static final String PUBLISHED = "from materialization indexed by materialization_published"
            + " where pipeline = ?1 and asset = ?2 and published is not null";

    private final History history;

    public PartitionQueries(History history) {
        this.history = history;
    }

    /** How a partition of an asset is: the state of its step in the newest run that it had a part in. */
    public record Stand(String partition, long run, State state) {}

    /** The newest state of each partition of an asset that any run had a part in. */
    public List<Stand> stands(String pipeline, AssetKey asset) {
        return history.all(
                eachOf(OF_STEP)
                        + "select s.partition, s.run, s.state from known cross join step s on s.pipeline = ?1 and s.step = ?2"
                        + " and s.partition = known.partition and s.run = (select max(run) " + OF_STEP
                        + " and partition = known.partition)",
                row -> new Stand(row.getString("partition"), row.getLong("run"), State.parse(row.getString("state"))),
                pipeline,
                asset.name());
    }

    /** The partitions of an asset that failed since they were last published, whatever else was tried: as a plan counts them. */
    public Set<String> failing(String pipeline, AssetKey asset) {
        return Set.copyOf(history.all(
                eachOf(FAILED)
                        + "select known.partition from known where known.partition > '' and not exists (select 1 "
                        + OF_STEP
                        + " and partition = known.partition and state in ('ok', 'warned') and run >= (select max(run) "
                        + FAILED + " and partition = known.partition))",
                row -> row.getString("partition"),
                pipeline,
                asset.name()));
    }

    /** Of each task of some assets the event by which its published value was written. */
    public Map<Task, Long> written(String pipeline, Collection<AssetKey> assets) {
        Map<Task, Long> written = new HashMap<>();
        for (AssetKey asset : assets) {
            history.all(
                            eachOf(PUBLISHED)
                                    + "select m.partition, m.seq from known cross join materialization m on m.seq ="
                                    + " (select seq " + PUBLISHED
                                    + " and partition = known.partition order by published desc limit 1)",
                            row -> Map.entry(new Task(asset, row.getString("partition")), row.getLong("seq")),
                            pipeline,
                            asset.name())
                    .forEach(found -> written.put(found.getKey(), found.getValue()));
        }
        return written;
    }

    /** Before a question: the partitions that are {@code known} to some rows, each found by a step in an index; the first is empty, the last null. */
    private static String eachOf(String rows) {
        return "with recursive known (partition) as (select '' union all select (select min(partition) " + rows
                + " and partition > known.partition) from known where known.partition is not null) ";
    }
}
