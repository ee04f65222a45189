package orquesta.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.StepKey;
import orquesta.definition.Pipeline;
import orquesta.definition.PublishOrder;
import orquesta.event.Pin;
import orquesta.selection.Selection;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Makes plans. Pure: the same pipeline, selection and published values give the same plan. */
public final class Planner {
    private final Pipeline pipeline;
    private final AssetGraph graph;
    private final Function<AssetKey, Optional<Pin>> published;
    private final Map<AssetKey, Message> computed = new TreeMap<>();
    private final Map<AssetKey, Pin> pins = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Planner(Pipeline pipeline, Function<AssetKey, Optional<Pin>> published) {
        this.pipeline = pipeline;
        this.graph = pipeline.graph();
        this.published = published;
    }

    /**
     * Plans a selection.
     *
     * @param published what readers see of an asset now
     * @throws UserException if an asset that the run reads but does not compute is published nowhere; names them all
     */
    public static Plan plan(Pipeline pipeline, Selection selection, Function<AssetKey, Optional<Pin>> published) {
        return new Planner(pipeline, published).plan(selection);
    }

    private Plan plan(Selection selection) {
        for (AssetKey key : Selection.resolve(selection, graph)) {
            computed.put(key, Message.of("plan.selected", selection.text()));
        }
        addWhatChecksRead();
        computed.keySet().forEach(this::pinInputs);
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        return new Plan(pipeline, selection.text(), inOrder(), pins);
    }

    /**
     * A check sees one state: what it reads beside the judged asset is computed too if anything above it is (an older
     * value would not belong to the judged one), with all that stands between; or if it is published nowhere. Else it is
     * pinned.
     */
    private void addWhatChecksRead() {
        int before = 0;
        while (before < computed.size()) { // an asset added now may stand above one that was to be pinned: look again
            before = computed.size();
            Set<AssetKey> outdated = belowComputed();
            for (AssetKey key : List.copyOf(computed.keySet())) {
                for (CheckDefinition check : pipeline.checksOf(key)) {
                    check.reads().stream()
                            .filter(read -> !computed.containsKey(read))
                            .forEach(read -> addForCheck(check, read, outdated));
                }
            }
        }
    }

    private void addForCheck(CheckDefinition check, AssetKey read, Set<AssetKey> outdated) {
        if (outdated.contains(read) || published.apply(read).isEmpty()) {
            computed.put(read, Message.of("plan.for_check", check.key()));
            graph.ancestorsOf(read).stream()
                    .filter(outdated::contains)
                    .forEach(between -> computed.putIfAbsent(between, Message.of("plan.between", check.key())));
        }
    }

    /** What has something above it that is computed: its published value will be older than that. */
    private Set<AssetKey> belowComputed() {
        Set<AssetKey> below = new TreeSet<>();
        for (AssetKey key : graph.inOrder()) {
            if (graph.inputsOf(key).stream().anyMatch(input -> computed.containsKey(input) || below.contains(input))) {
                below.add(key);
            }
        }
        return below;
    }

    private void pinInputs(AssetKey key) {
        graph.inputsOf(key).forEach(input -> pin(key, input));
        for (CheckDefinition check : pipeline.checksOf(key)) {
            check.reads().forEach(read -> pin(check.key(), read));
        }
    }

    private void pin(StepKey reader, AssetKey input) {
        if (computed.containsKey(input) || pins.containsKey(input)) {
            return;
        }
        published
                .apply(input)
                .ifPresentOrElse(
                        pin -> pins.put(input, pin),
                        () -> problems.add(Problem.at(reader.text(), "plan.unpublished", input, "*" + reader.asset())));
    }

    private List<Plan.PlannedStep> inOrder() {
        Map<String, Integer> waves = waves();
        List<Plan.PlannedStep> steps = new ArrayList<>();
        computed.forEach((key, why) -> {
            steps.add(new Plan.PlannedStep(key, waves.getOrDefault(key.text(), 1), why));
            for (CheckDefinition check : pipeline.checksOf(key)) {
                int wave = waves.getOrDefault(check.key().text(), 1);
                steps.add(new Plan.PlannedStep(check.key(), wave, Message.of("plan.judges", key)));
            }
        });
        steps.sort(Comparator.comparingInt(Plan.PlannedStep::wave)
                .thenComparing(step -> step.key().kind())
                .thenComparing(step -> step.key()));
        return steps;
    }

    /**
     * An asset comes one wave after all that it reads is published; a check in the wave of the last that it reads. What is
     * pinned is there from the start, whatever its checks read.
     */
    private Map<String, Integer> waves() {
        PublishOrder order = pipeline.publishOrder();
        Map<String, Integer> waves = new HashMap<>();
        for (String node : order.inOrder()) {
            int before = order.before(node).stream()
                    .mapToInt(above -> waves.getOrDefault(above, 0))
                    .max()
                    .orElse(0);
            if (computed.containsKey(order.assetOf(node))) {
                waves.put(node, order.isAsset(node) ? before + 1 : before);
            }
        }
        return waves;
    }
}
