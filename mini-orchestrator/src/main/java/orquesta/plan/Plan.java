package orquesta.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orquesta.asset.AssetKey;
import orquesta.asset.StepKey;
import orquesta.definition.Pipeline;
import orquesta.event.Pin;
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
}
