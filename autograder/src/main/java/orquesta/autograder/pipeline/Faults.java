package orquesta.autograder.pipeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.StepFunction;
import orquesta.autograder.child.Script;
import orquesta.definition.Pipeline;

/** A pipeline whose assets fail as a script says: outside the answer's code, which cannot catch it. */
final class Faults {
    private final Map<String, Script.Fault> faults = new TreeMap<>();
    private final ClassLoader loader;

    /** @param loader where classes of exceptions are found, also those that the exercise gives */
    Faults(List<Script.Fault> faults, ClassLoader loader) {
        faults.forEach(fault -> this.faults.put(fault.asset(), fault));
        this.loader = loader;
    }

    Pipeline in(Pipeline whole) {
        List<AssetDefinition> assets = whole.graph().keys().stream()
                .map(key -> failing(whole.graph().definition(key), key))
                .toList();
        return whole.over(new AssetGraph(assets), whole.resources());
    }

    private AssetDefinition failing(AssetDefinition asset, AssetKey key) {
        Script.Fault fault = faults.get(key.name());
        if (fault == null) {
            return asset;
        }
        AtomicInteger calls = new AtomicInteger();
        StepFunction function = asset.function();
        return asset.calling(inputs -> {
            if (calls.incrementAndGet() <= fault.times()) {
                throw thrown(fault);
            }
            return function.apply(inputs);
        });
    }

    private Exception thrown(Script.Fault fault) throws ReflectiveOperationException {
        Class<?> type = Class.forName(fault.exception(), true, loader);
        return (Exception) type.getConstructor(String.class).newInstance(fault.message());
    }
}
