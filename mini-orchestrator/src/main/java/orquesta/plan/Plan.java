package orquesta.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.asset.Need;
import orquesta.asset.Task;
import orquesta.definition.Pipeline;
import orquesta.event.Pin;
import orquesta.resource.Resource;

/**
 * What a run will do, decided before anything runs: the tasks in an order in which they could run one by one, and the
 * published values that it reads.
 *
 * @param selection what was asked for, in words
 * @param inputs what each task reads
 * @param pins for each task of an asset that is read but not computed, the published value that is read
 * @param before for each asset without partitions that a check of it compares with the value before, that value
 */
public record Plan(
        Pipeline pipeline,
        String selection,
        TaskInputs inputs,
        List<PlannedTask> tasks,
        Map<Task, Pin> pins,
        Map<Task, Pin> before) {
    public Plan {
        tasks = List.copyOf(tasks);
        pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
        before = Map.copyOf(before);
    }

    /**
     * Whether other runs may do a part of its work: then a task waits until another run has audited what it computes, too.
     * Not where a check reads beside the judged asset: two runs could wait for each other's audits.
     */
    public boolean isShared() {
        return inputs.onlyNeeded()
                && tasks.stream().map(PlannedTask::task).filter(Task::isCheck).allMatch(this::readsOnlyAbove);
    }

    /** The events that materialized what it reads and does not compute. */
    public List<Long> reads() {
        return Stream.concat(pins.values().stream(), before.values().stream())
                .map(Pin::materialization)
                .toList();
    }

    private boolean readsOnlyAbove(Task check) {
        Set<AssetKey> above = pipeline.graph().ancestorsOf(check.asset());
        return pipeline.check((CheckKey) check.step()).reads().stream()
                .allMatch(read -> read.equals(check.asset()) || above.contains(read));
    }

    /** The recipes of the resources that its tasks borrow, in the order in which they are registered; no others are opened. */
    public Map<String, Resource<?>> resources() {
        Set<String> borrowed = tasks.stream()
                .filter(planned -> planned.reused() == null)
                .flatMap(planned -> pipeline.needsOf(planned.task().step()).stream())
                .filter(Need.Borrowed.class::isInstance)
                .map(need -> ((Need.Borrowed) need).resource())
                .collect(Collectors.toSet());
        Map<String, Resource<?>> recipes = new LinkedHashMap<>(pipeline.resources());
        recipes.keySet().retainAll(borrowed);
        return recipes;
    }
}
