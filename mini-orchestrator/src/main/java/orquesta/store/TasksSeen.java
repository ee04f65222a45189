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

/**
 * How the tasks of a pipeline stand, for one plan: each as it was when it was first asked for. A plan of thousands asks for
 * each several times, so what many need is one question. Used by one thread.
 */
final class TasksSeen {
    /** A plan that asks for more gets all that is published at once, however much that is. */
    static final int FEW = 300;

    private static final String PUBLISHED =
            "from materialization indexed by materialization_published where pipeline = ?1 and published is not null";
    private static final String FAILED =
            "from step indexed by step_failed where state in ('failed', 'timed_out', 'blocked', 'crashed')";

    private final History history;
    private final String pipeline;
    private final int few;
    private final Map<Task, Optional<Pin>> seen = new HashMap<>();
    private @Nullable Map<Task, Pin> published;
    private @Nullable Set<Task> everFailed;

    /** @param few how many tasks are asked for one by one */
    TasksSeen(History history, String pipeline, int few) {
        this.history = history;
        this.pipeline = pipeline;
        this.few = few;
    }

    /** What readers see of a task. */
    Optional<Pin> published(Task task) {
        return seen.computeIfAbsent(task, this::look);
    }

    private Optional<Pin> look(Task task) {
        if (seen.size() < few) {
            return history.published(pipeline, task);
        }
        if (published == null) {
            published = allPublished();
        }
        return Optional.ofNullable(published.get(task));
    }

    /** Whether it failed since it was published last: few tasks ever failed, so only those are looked at more closely. */
    boolean failed(Task task) {
        if (everFailed == null) {
            everFailed = allThatFailed();
        }
        return everFailed.contains(task) && history.failed(pipeline, task);
    }

    private Map<Task, Pin> allPublished() {
        Map<Task, Pin> all = new HashMap<>();
        history.all(
                        eachOf("asset", PUBLISHED)
                                + "select m.seq, m.pipeline, m.run, m.value, m.asset, m.partition from known"
                                + " cross join materialization m on m.seq = (select seq " + PUBLISHED
                                + " and asset = known.name and partition = known.partition order by published desc limit 1)",
                        row -> Map.entry(
                                new Task(new AssetKey(row.getString("asset")), row.getString("partition")),
                                history.rows.pin(row)),
                        pipeline)
                .forEach(found -> all.put(found.getKey(), found.getValue()));
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
