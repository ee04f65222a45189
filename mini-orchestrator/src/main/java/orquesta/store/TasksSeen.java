package orquesta.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.Pin;
import orquesta.event.TaskHistory;

/**
 * How the tasks of a pipeline stand, for one plan: each as it was when it was first asked for. A plan of thousands asks for
 * each several times, so what many need is one question, and a value is read only where it is pinned. Used by one thread.
 */
final class TasksSeen implements TaskHistory {
    /** A plan that asks for more is told at once of all that is published, however much that is. */
    static final int FEW = 300;

    private static final String PUBLISHED =
            "from materialization indexed by materialization_published where pipeline = ?1 and published is not null";
    private static final String FAILED =
            "from step indexed by step_failed where state in ('failed', 'timed_out', 'blocked', 'crashed')";

    private final History history;
    private final String pipeline;
    private final int few;
    private final Map<Task, Optional<Pin>> pinned = new HashMap<>();
    /** The event that materialized each of the first tasks that were asked for; 0 if nothing is published of it. */
    private final Map<Task, Long> first = new HashMap<>();
    /** The same of every task that is published; null until many were asked for. */
    private @Nullable Map<Task, Long> all;

    private @Nullable Set<Task> everFailed;

    /** @param few how many tasks are asked for one by one */
    TasksSeen(History history, String pipeline, int few) {
        this.history = history;
        this.pipeline = pipeline;
        this.few = few;
    }

    @Override
    public Optional<Pin> published(Task task) {
        return pinned.computeIfAbsent(task, this::pin);
    }

    private Optional<Pin> pin(Task task) {
        long written = written(task);
        return written == 0 ? Optional.empty() : history.materialization(written);
    }

    @Override
    public long written(Task task) {
        if (all == null && first.size() < few) {
            return first.computeIfAbsent(task, wanted -> history.written(pipeline, wanted));
        }
        Long early = first.get(task);
        return early == null ? allWritten().getOrDefault(task, 0L) : early;
    }

    /** Whether it failed since it was published last: few tasks ever failed, so only those are looked at more closely. */
    @Override
    public boolean failed(Task task) {
        if (everFailed == null) {
            everFailed = allThatFailed();
        }
        return everFailed.contains(task) && history.failed(pipeline, task);
    }

    /** By the index alone: the values lie elsewhere in the file, and are long. */
    private Map<Task, Long> allWritten() {
        if (all == null) {
            Map<Task, Long> written = new HashMap<>();
            Map<String, AssetKey> assets = new HashMap<>();
            history.all(
                            eachOf("asset", PUBLISHED)
                                    + "select name, partition, (select seq " + PUBLISHED
                                    + " and asset = known.name and partition = known.partition order by published desc"
                                    + " limit 1) from known where partition is not null",
                            row -> Map.entry(
                                    new Task(assets.computeIfAbsent(row.getString(1), AssetKey::new), row.getString(2)),
                                    row.getLong(3)),
                            pipeline)
                    .forEach(found -> written.put(found.getKey(), found.getValue()));
            all = written;
        }
        return all;
    }

    /** Of any pipeline: so the index is ordered. */
    private Set<Task> allThatFailed() {
        return new HashSet<>(history.all(
                eachOf("step", FAILED) + "select name, partition from known where partition is not null",
                row -> new Task(StepKey.parse(row.getString("name")), row.getString("partition"))));
    }

    /**
     * Before a question: the names and partitions that are {@code known} to some rows, each found by a step in an index; after
     * the last partition of a name comes one that is null.
     */
    private static String eachOf(String name, String rows) {
        return "with recursive one (name) as (select '' union all select (select min(" + name + ") " + rows + " and "
                + name
                + " > one.name) from one where one.name is not null), known (name, partition) as (select name, (select"
                + " min(partition) " + rows + " and " + name
                + " = one.name) from one where name > '' union all select name,"
                + " (select min(partition) " + rows + " and " + name + " = known.name and partition > known.partition)"
                + " from known where known.partition is not null) ";
    }
}
