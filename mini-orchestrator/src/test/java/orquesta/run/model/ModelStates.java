package orquesta.run.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The final state of each step, worked out from the graph alone by recursion towards what a step needs. Each state is
 * worked out once. No order of events exists here, so no result can depend on one.
 */
final class ModelStates {
    private final ModelGraph graph;
    private final Map<String, ModelState> known = new TreeMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    ModelStates(ModelGraph graph) {
        this.graph = graph;
    }

    /**
     * The final state of an asset: what its code left, then what its checks make of a value that is there. "Readers
     * wait for warning checks too": what reads the asset sees this state and no earlier one.
     *
     * @throws IllegalArgumentException if the asset waits for itself
     */
    ModelState ofAsset(String name) {
        return once(name, () -> {
            ModelState written = written(graph.asset(name));
            return written == ModelState.OK ? audited(name) : written;
        });
    }

    /**
     * The final state of a check. It sees the values of its own run as they were written, the judged one and all others
     * that it reads, whatever their own checks say (SILENT.md, 4 and 5).
     *
     * @throws IllegalArgumentException if the check waits for itself
     */
    ModelState ofCheck(ModelCheck check) {
        return once(check.key(), () -> {
            List<ModelState> inputs = new ArrayList<>();
            inputs.add(written(graph.asset(check.judged())));
            for (String read : check.reads()) {
                inputs.add(once("the value of " + read, () -> written(graph.asset(read))));
            }
            return mayRun(inputs) ? ownEnd(check) : hindered(inputs);
        });
    }

    /** What an asset's code left, before any check: {@link ModelState#OK} means that a value is written. */
    private ModelState written(ModelAsset asset) {
        List<ModelState> inputs = ends(asset.reads());
        return mayRun(inputs) ? ownEnd(asset) : hindered(inputs);
    }

    /** A step runs if each of its inputs is there. What is below a warned asset runs. */
    private static boolean mayRun(Collection<ModelState> inputs) {
        return inputs.stream().allMatch(input -> input == ModelState.OK || input == ModelState.WARNED);
    }

    /**
     * The state of a step that cannot run. A failed input makes it upstream_failed; a skipped input makes it skipped
     * only when no other input can fail any more, so one failed input outweighs any number of skipped ones.
     */
    private static ModelState hindered(Collection<ModelState> inputs) {
        boolean anyFailed = inputs.stream().anyMatch(ModelState::failsReaders);
        return anyFailed ? ModelState.UPSTREAM_FAILED : ModelState.SKIPPED;
    }

    /** How an asset that runs ends: null fails like an exception, {@code run.skip} makes the step skipped. */
    private static ModelState ownEnd(ModelAsset asset) {
        return switch (asset.outcome()) {
            case SUCCEEDS -> ModelState.OK;
            case THROWS -> ModelState.FAILED;
            case SKIPS -> ModelState.SKIPPED;
            case TIMES_OUT -> ModelState.TIMED_OUT;
            case JUDGES_BAD -> throw new IllegalArgumentException(asset.name() + " is an asset and judges");
        };
    }

    /**
     * How a check that runs ends. A blocking check that does not pass is failed, a warning check is warned. One that
     * throws or returns null is failed, blocking or not (SILENT.md, 2).
     */
    private static ModelState ownEnd(ModelCheck check) {
        return switch (check.outcome()) {
            case SUCCEEDS -> ModelState.OK;
            case JUDGES_BAD -> check.blocking() ? ModelState.FAILED : ModelState.WARNED;
            case THROWS -> ModelState.FAILED;
            case SKIPS -> ModelState.SKIPPED;
            case TIMES_OUT -> ModelState.TIMED_OUT;
        };
    }

    /**
     * What the checks make of a written value. A blocking check that did not pass leaves it blocked, for whatever
     * reason: it judged so, it threw, it returned null, or it could not judge. A warning check that did not pass, for
     * any of these reasons, leaves it warned and published. Blocked outweighs warned.
     */
    private ModelState audited(String asset) {
        boolean blocked = false;
        boolean warned = false;
        for (ModelCheck check : graph.checksOf(asset)) {
            boolean passed = ofCheck(check) == ModelState.OK;
            blocked |= !passed && check.blocking();
            warned |= !passed && !check.blocking();
        }
        if (blocked) {
            return ModelState.BLOCKED;
        }
        return warned ? ModelState.WARNED : ModelState.OK;
    }

    private List<ModelState> ends(List<String> assets) {
        List<ModelState> ends = new ArrayList<>();
        for (String asset : assets) {
            ends.add(ofAsset(asset));
        }
        return ends;
    }

    /** Works a state out once. A circle, through a check or not, is an error of the definitions and has no states. */
    private ModelState once(String step, Supplier<ModelState> rule) {
        ModelState found = known.get(step);
        if (found != null) {
            return found;
        }
        if (!open.add(step)) {
            throw new IllegalArgumentException("a circle: " + String.join(" waits for ", circle(step)));
        }
        ModelState state = rule.get();
        open.remove(step);
        known.put(step, state);
        return state;
    }

    private List<String> circle(String step) {
        List<String> path = new ArrayList<>(open);
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(step), path.size()));
        circle.add(step);
        return circle;
    }
}
