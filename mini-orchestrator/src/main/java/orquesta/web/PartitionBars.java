package orquesta.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.definition.Pipeline;
import orquesta.partition.Partition;
import orquesta.partition.PartitionChoice;
import orquesta.partition.Partitions;
import orquesta.plan.TaskInputs;
import orquesta.store.PartitionQueries;
import orquesta.web.PartitionBar.Standing;

/** Finds how each partition of an asset stands, as a plan would find it: a few queries for all of them. */
final class PartitionBars {
    private final String pipeline;
    private final PartitionQueries queries;
    private final CommandLine command;

    PartitionBars(WebServer.Site site, PartitionQueries queries) {
        this.pipeline = site.pipeline();
        this.queries = queries;
        this.command = site.command();
    }

    /** Empty for an asset without partitions. */
    Optional<PartitionBar> of(Pipeline loaded, AssetDefinition asset, Instant now) {
        Partitions partitions = asset.partitions();
        if (partitions.isNone()) {
            return Optional.empty();
        }
        Map<String, PartitionQueries.Stand> stands = queries.stands(pipeline, asset.key()).stream()
                .collect(Collectors.toMap(PartitionQueries.Stand::partition, Function.identity()));
        Set<String> failing = queries.failing(pipeline, asset.key());
        Set<AssetKey> read = new HashSet<>(loaded.graph().inputsOf(asset.key()));
        read.add(asset.key());
        Map<Task, Long> written = queries.written(pipeline, read);
        TaskInputs inputs = new TaskInputs(loaded, PartitionChoice.none(now));
        List<PartitionBar.Cell> cells = keys(partitions, stands.keySet(), now)
                .map(key -> cell(key, stands.get(key), standing(new Task(asset.key(), key), failing, written, inputs)))
                .toList();
        return Optional.of(PartitionBar.of(
                cells, (from, to) -> command.backfill(asset.key().name(), from, to)));
    }

    /** Those that are over, and those beyond that a run had a part in: the day that still goes on. */
    private static Stream<String> keys(Partitions partitions, Set<String> seen, Instant now) {
        List<String> over = partitions.over(now).stream().map(Partition::key).toList();
        Set<String> known = new HashSet<>(over);
        Stream<String> beyond = seen.stream()
                .filter(key -> !known.contains(key) && partitions.find(key).isPresent())
                .sorted();
        return Stream.concat(over.stream(), beyond);
    }

    /** @param otherwise how it stands if nobody is at work on it */
    private static PartitionBar.Cell cell(String key, PartitionQueries.@Nullable Stand stand, Standing otherwise) {
        if (stand == null) {
            return new PartitionBar.Cell(key, otherwise, 0);
        }
        Standing standing = stand.state().isEnd() ? otherwise : Standing.AT_WORK;
        return new PartitionBar.Cell(key, standing, stand.run());
    }

    private static Standing standing(Task task, Set<String> failing, Map<Task, Long> written, TaskInputs inputs) {
        if (failing.contains(task.partition())) {
            return Standing.FAILED;
        }
        Long own = written.get(task);
        if (own == null) {
            return Standing.MISSING;
        }
        boolean old =
                inputs.all(task).map(written::get).filter(Objects::nonNull).anyMatch(input -> input > own);
        return old ? Standing.OUT_OF_DATE : Standing.THERE;
    }
}
