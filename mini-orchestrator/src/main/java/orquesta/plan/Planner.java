package orquesta.plan;

import java.util.ArrayList;
import java.util.Comparator;
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
import orquesta.asset.CheckKey;
import orquesta.asset.Effort;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.definition.Pipeline;
import orquesta.event.Pin;
import orquesta.selection.Selection;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Makes plans. Pure: the same pipeline, request and published values give the same plan. */
public final class Planner {
    private final Pipeline pipeline;
    private final AssetGraph graph;
    private final PlanRequest request;
    private final Function<AssetKey, Optional<Pin>> published;
    private final Map<AssetKey, Message> computed = new TreeMap<>();
    /** The assets that are computed for a check alone, and the check. */
    private final Map<AssetKey, CheckKey> forChecks = new TreeMap<>();

    private final Map<Task, Pin> pins = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Planner(Pipeline pipeline, PlanRequest request, Function<AssetKey, Optional<Pin>> published) {
        this.pipeline = pipeline;
        this.graph = pipeline.graph();
        this.request = request;
        this.published = published;
    }

    /**
     * Plans a selection.
     *
     * @param published what readers see of an asset now
     * @throws UserException if an asset that the run reads but does not compute is published nowhere; names them all
     */
    public static Plan plan(Pipeline pipeline, Selection selection, Function<AssetKey, Optional<Pin>> published) {
        return plan(pipeline, PlanRequest.of(selection), published);
    }

    /** Plans a request, see {@link #plan(Pipeline, Selection, Function)}. */
    public static Plan plan(Pipeline pipeline, PlanRequest request, Function<AssetKey, Optional<Pin>> published) {
        return new Planner(pipeline, request, published).plan();
    }

    private Plan plan() {
        Selection selection = request.selection();
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
     * pinned. What is added may stand above something that was looked at before: so all is looked at until nothing is added.
     */
    private void addWhatChecksRead() {
        int before = 0;
        while (before < computed.size()) {
            before = computed.size();
            Set<AssetKey> outdated = belowComputed();
            for (AssetKey key : List.copyOf(computed.keySet())) {
                for (CheckDefinition check : pipeline.checksOf(key)) {
                    check.reads().forEach(read -> addForCheck(check.key(), read, outdated));
                }
            }
            List.copyOf(forChecks.keySet()).forEach(read -> addBetween(read, outdated));
        }
    }

    private void addForCheck(CheckKey check, AssetKey read, Set<AssetKey> outdated) {
        if (computed.containsKey(read)) {
            return;
        }
        if (outdated.contains(read) || published.apply(read).isEmpty()) {
            computed.put(read, Message.of("plan.for_check", check));
            forChecks.put(read, check);
        }
    }

    /** What stands between an asset that a check brought in and another that is computed. */
    private void addBetween(AssetKey read, Set<AssetKey> outdated) {
        CheckKey check = forChecks.get(read);
        for (AssetKey between : graph.ancestorsOf(read)) {
            if (outdated.contains(between) && !computed.containsKey(between)) {
                computed.put(between, Message.of("plan.between", check));
                forChecks.put(between, check);
            }
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
        Task task = Task.of(key);
        Optional<Pin> done = request.valueOf(task);
        if (done.isPresent()) {
            pins.put(task, done.get());
            return;
        }
        graph.inputsOf(key).forEach(input -> pin(key, input));
        for (CheckDefinition check : pipeline.checksOf(key)) {
            check.reads().forEach(read -> pin(check.key(), read));
        }
    }

    private void pin(StepKey reader, AssetKey input) {
        if (computed.containsKey(input) || pins.containsKey(Task.of(input))) {
            return;
        }
        Optional<Pin> pin = published.apply(input);
        if (pin.isPresent()) {
            pins.put(Task.of(input), pin.get());
            return;
        }
        CheckKey check = reader instanceof AssetKey asset ? forChecks.get(asset) : null;
        String remedy = "*" + reader.asset();
        problems.add(
                check == null
                        ? Problem.at(reader.text(), "plan.unpublished", input, remedy)
                        : Problem.at(check.text(), "plan.unpublished_for_check", input, reader, remedy));
    }

    private List<PlannedTask> inOrder() {
        Waves waves = new Waves(pipeline, computed.keySet());
        List<PlannedTask> tasks = new ArrayList<>();
        computed.forEach((key, why) -> {
            Effort effort = graph.definition(key).effort().orElse(request.defaults());
            List<AssetKey> reads = graph.definition(key).reads();
            tasks.add(planned(key, reads, effort, true, waves.of(key), why));
            for (CheckDefinition check : pipeline.checksOf(key)) {
                Message judges = Message.of("plan.judges", key);
                int wave = waves.of(check.key());
                tasks.add(planned(check.key(), check.reads(), Effort.PLAIN, check.blocking(), wave, judges));
            }
        });
        tasks.sort(Comparator.comparingInt(PlannedTask::wave)
                .thenComparing(planned -> planned.task().step().kind())
                .thenComparing(PlannedTask::task));
        return tasks;
    }

    private PlannedTask planned(
            StepKey key, List<AssetKey> reads, Effort effort, boolean blocking, int wave, Message why) {
        Task task = Task.of(key);
        List<Task> waitsFor = reads.stream()
                .filter(computed::containsKey)
                .distinct()
                .map(Task::of)
                .toList();
        return new PlannedTask(task, waitsFor, blocking, effort, wave, why, request.doneBy(task));
    }
}
