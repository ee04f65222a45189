package orquesta.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckKey;
import orquesta.asset.StepKey;
import orquesta.definition.Pipeline;
import orquesta.soundness.PublishOrder;

/**
 * How many steps must have run before each at least: those of one wave can run side by side. An asset comes one wave after
 * all that it reads is published; a check in the wave of the last that it reads. What is pinned is there from the start.
 */
final class Waves {
    private final Pipeline pipeline;
    private final Map<StepKey, Integer> written = new HashMap<>();
    private final Map<AssetKey, Integer> published = new HashMap<>();

    /** Goes through the moments of a run in their order, so that nothing is asked twice. */
    Waves(Pipeline pipeline, Set<AssetKey> computed) {
        this.pipeline = pipeline;
        for (PublishOrder.Moment moment : pipeline.publishOrder().inOrder()) {
            if (computed.contains(moment.step().asset())) {
                pass(moment);
            }
        }
    }

    int of(StepKey key) {
        return written.getOrDefault(key, 1);
    }

    private void pass(PublishOrder.Moment moment) {
        StepKey key = moment.step();
        AssetKey asset = key.asset();
        if (moment.publishes()) {
            int checks = last(
                    written,
                    pipeline.checksOf(asset).stream().map(CheckDefinition::key).toList());
            published.put(asset, Math.max(of(asset), checks));
        } else if (key instanceof CheckKey check) {
            written.put(key, Math.max(1, last(written, pipeline.check(check).reads())));
        } else {
            written.put(key, 1 + last(published, pipeline.graph().inputsOf(asset)));
        }
    }

    private static int last(Map<? extends StepKey, Integer> waves, Collection<? extends StepKey> keys) {
        return keys.stream()
                .mapToInt(key -> Objects.requireNonNullElse(waves.get(key), 0))
                .max()
                .orElse(0);
    }
}
