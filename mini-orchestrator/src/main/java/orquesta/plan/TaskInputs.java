package orquesta.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.Need;
import orquesta.asset.Task;
import orquesta.definition.Pipeline;
import orquesta.event.TaskHistory;
import orquesta.partition.Partition;
import orquesta.partition.PartitionChoice;
import orquesta.partition.Partitions;

/** The tasks of each asset that a run may compute, and those whose values each of them reads. */
public final class TaskInputs {
    private final Pipeline pipeline;
    private final PartitionChoice choice;
    /** Worked out once: a plan asks for each task several times, and so does its run, from many threads. */
    private final Map<Task, Map<String, List<Task>>> known = new HashMap<>();

    public TaskInputs(Pipeline pipeline, PartitionChoice choice) {
        this.pipeline = pipeline;
        this.choice = choice;
    }

    /** One for each partition that was asked for; of an asset without partitions one. */
    List<Task> tasksOf(AssetKey key) {
        Partitions partitions = partitionsOf(key);
        return partitions.isNone() ? List.of(Task.of(key)) : tasks(key, partitions.chosen(choice, key.name()));
    }

    /** What a task reads, by the name of the parameter; one value for each partition, in order. */
    public synchronized Map<String, List<Task>> of(Task task) {
        return known.computeIfAbsent(task, this::read);
    }

    private Map<String, List<Task>> read(Task task) {
        Partition partition = partitionOf(task).orElse(null);
        Map<String, List<Task>> inputs = new LinkedHashMap<>();
        for (Need need : pipeline.needsOf(task.step())) {
            if (need instanceof Need.Upstream upstream) {
                inputs.put(need.name(), read(upstream, partition));
            }
        }
        return inputs;
    }

    /** Of an asset without partitions what was there before is no task: see {@link Plan#before}. */
    private List<Task> read(Need.Upstream upstream, @Nullable Partition reader) {
        Partitions read = partitionsOf(upstream.key());
        if (read.isNone()) {
            return upstream.readsBefore() ? List.of() : List.of(Task.of(upstream.key()));
        }
        return tasks(upstream.key(), read.readBy(reader, upstream.mapping(), choice.now()));
    }

    /** Whether something is published of a task, and nothing that it reads was made later. */
    public boolean isUpToDate(Task task, TaskHistory history) {
        long own = history.written(task);
        return own > 0 && all(task).noneMatch(input -> history.written(input) > own);
    }

    /** The tasks whose values a task reads, each once. */
    public Stream<Task> all(Task task) {
        return of(task).values().stream().flatMap(List::stream).distinct();
    }

    /** Whether only what is missing or out of date was asked for: what another run makes meanwhile need not be made again. */
    public boolean onlyNeeded() {
        return choice.onlyNeeded();
    }

    /** The partition that a task computes; empty if its asset has none. */
    public Optional<Partition> partitionOf(Task task) {
        return partitionsOf(task.asset()).find(task.partition());
    }

    private Partitions partitionsOf(AssetKey key) {
        return pipeline.graph().definition(key).partitions();
    }

    private static List<Task> tasks(AssetKey key, List<Partition> partitions) {
        return partitions.stream()
                .map(partition -> new Task(key, partition.key()))
                .toList();
    }
}
