package orquesta.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.asset.Need;
import orquesta.asset.StepKey;
import orquesta.definition.Pipeline;
import orquesta.event.Pin;
import orquesta.resource.Resource;
import orquesta.text.Message;

/**
 * What a run will do, decided before anything runs: the steps in an order in which they could run one by one, and the
 * published values that it reads.
 *
 * @param selection what was asked for, in words
 */
public record Plan(Pipeline pipeline, String selection, List<PlannedStep> steps, Map<AssetKey, Pin> pins) {

    /**
     * One step.
     *
     * @param wave how many steps must have run before it at least: those of one wave can run side by side
     * @param why how it came into the plan
     */
    public record PlannedStep(StepKey key, int wave, Message why) {}

    public Plan {
        steps = List.copyOf(steps);
        pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
    }

    /** The assets that a step reads. */
    public List<AssetKey> readsOf(StepKey key) {
        return Need.assetsIn(needsOf(key));
    }

    /** What a step needs, in the order of its parameters. */
    private List<Need> needsOf(StepKey key) {
        return key instanceof CheckKey check
                ? pipeline.check(check).needs()
                : pipeline.graph().definition(key.asset()).needs();
    }

    /** The recipes of the resources that its steps borrow, in the order in which they are registered; no others are opened. */
    public Map<String, Resource<?>> resources() {
        Set<String> borrowed = steps.stream()
                .flatMap(step -> needsOf(step.key()).stream())
                .filter(Need.Borrowed.class::isInstance)
                .map(need -> ((Need.Borrowed) need).resource())
                .collect(Collectors.toSet());
        Map<String, Resource<?>> recipes = new LinkedHashMap<>(pipeline.resources());
        recipes.keySet().retainAll(borrowed);
        return recipes;
    }
}
