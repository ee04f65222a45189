package orquesta.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckKey;
import orquesta.asset.Effort;
import orquesta.asset.Task;
import orquesta.definition.Pipeline;
import orquesta.event.Pin;
import orquesta.event.TaskHistory;
import orquesta.partition.PartitionChoice;
import orquesta.partition.Wanting;
import orquesta.selection.Selection;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Makes plans. Pure: the same pipeline, request and published values give the same plan. */
public final class Planner {
    private final Pipeline pipeline;
    private final AssetGraph graph;
    private final PlanRequest request;
    private final TaskHistory history;
    private final Map<AssetKey, Message> computed = new TreeMap<>();
    /** The assets that are computed for a check alone, and the check. */
    private final Map<AssetKey, CheckKey> forChecks = new TreeMap<>();

    private final TaskInputs inputs;
    /** The tasks that compute, of every asset together, and why. */
    private final Map<Task, Message> tasks = new LinkedHashMap<>();

    private final Map<Task, Pin> pins = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Planner(Pipeline pipeline, PlanRequest request, TaskHistory history) {
        this.pipeline = pipeline;
        this.graph = pipeline.graph();
        this.request = request;
        this.history = history;
        this.inputs = new TaskInputs(pipeline, request.partitions());
    }

    /**
     * Plans a request.
     *
     * @param history how the tasks stand now
     * @throws UserException if an asset that the run reads but does not compute is published nowhere; names them all
     */
    public static Plan plan(Pipeline pipeline, PlanRequest request, TaskHistory history) {
        return new Planner(pipeline, request, history).plan();
    }

    private Plan plan() {
        Selection selection = request.selection();
        for (AssetKey key : Selection.resolve(selection, graph)) {
            computed.put(key, Message.of("plan.selected", selection.text()));
        }
        addWhatChecksRead();
        graph.inOrder().stream().filter(computed::containsKey).forEach(this::addTasks);
        tasks.keySet().stream().sorted().forEach(this::pinInputs);
        requirePartitioned(request.partitions());
        UserException.unlessNone(problems);
        return new Plan(pipeline, selection.text(), inputs, inOrder(), pins, before());
    }

    /** What is published now of the assets that this run computes and their checks compare with the value before. */
    private Map<Task, Pin> before() {
        Map<Task, Pin> before = new TreeMap<>();
        for (AssetKey key : computed.keySet()) {
            Task task = Task.of(key);
            if (tasks.containsKey(task) && pipeline.checksOf(key).stream().anyMatch(CheckDefinition::comparesBefore)) {
                history.published(task).ifPresent(pin -> before.put(task, pin));
            }
        }
        return before;
    }

    /**
     * A check sees one state: what it reads beside the judged asset is computed too if anything above it is (an older
     * value would not belong to the judged one), with all that stands between; or if it is published nowhere. Else it is
     * pinned. What is added may stand above something that was looked at before: so all is looked at until nothing is added.
     */
    private void addWhatChecksRead() {
        int before = 0;
        while (before < computed.size() && !pipeline.checks().isEmpty()) {
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
        if (!computed.containsKey(read) && (outdated.contains(read) || !isPublished(read))) {
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

    private void requirePartitioned(PartitionChoice asked) {
        boolean known = computed.keySet().stream()
                .anyMatch(key -> !graph.definition(key).partitions().isNone());
        if (!asked.isNone() && !known) {
            problems.add(Problem.at(asked.text(), "partition.nobody", asked.text()));
        }
    }

    private boolean isPublished(AssetKey key) {
        return inputs.tasksOf(key).stream().allMatch(task -> history.written(task) > 0);
    }

    private void addTasks(AssetKey key) {
        for (Task task : inputs.tasksOf(key)) {
            Optional<Message> why = inputs.onlyNeeded() ? wanting(task) : Optional.ofNullable(computed.get(key));
            why.ifPresent(reason -> tasks.put(task, request.why(task, reason)));
        }
    }

    /** Why a task is needed: empty if it is not. */
    private Optional<Message> wanting(Task task) {
        boolean there = history.written(task) > 0;
        boolean upstream = inputs.all(task).anyMatch(tasks::containsKey);
        return Wanting.why(there, history.failed(task), inputs.isUpToDate(task, history), upstream);
    }

    private void pinInputs(Task task) {
        Optional<Pin> done = request.valueOf(task);
        if (done.isPresent()) {
            pins.put(task, done.get());
            return;
        }
        pinInputsOf(task);
        for (CheckDefinition check : pipeline.checksOf(task.asset())) {
            pinInputsOf(new Task(check.key(), task.partition()));
        }
    }

    private void pinInputsOf(Task reader) {
        inputs.of(reader).values().forEach(read -> {
            List<Task> missing = read.stream().filter(input -> !pin(input)).toList();
            if (!missing.isEmpty()) {
                problems.add(missing(reader, missing));
            }
        });
    }

    /** Whether the value of a task will be there: computed in this run, or published, which is pinned. */
    private boolean pin(Task input) {
        if (!tasks.containsKey(input) && !pins.containsKey(input)) {
            history.published(input).ifPresent(pin -> pins.put(input, pin));
        }
        return tasks.containsKey(input) || pins.containsKey(input);
    }

    private Problem missing(Task reader, List<Task> inputs) {
        Task first = inputs.get(0);
        if (!first.partition().isEmpty()) {
            String from = first.partition();
            String to = inputs.get(inputs.size() - 1).partition();
            return Problem.at(reader.text(), "plan.unpublished_partitions", inputs.size(), first.asset(), from, to);
        }
        CheckKey check = reader.step() instanceof AssetKey asset ? forChecks.get(asset) : null;
        String remedy = "*" + reader.asset();
        return check == null
                ? Problem.at(reader.text(), "plan.unpublished", first, remedy)
                : Problem.at(check.text(), "plan.unpublished_for_check", first, reader, remedy);
    }

    private List<PlannedTask> inOrder() {
        Waves waves = new Waves(pipeline, computed.keySet());
        List<PlannedTask> planned = new ArrayList<>();
        tasks.forEach((task, why) -> {
            AssetKey key = task.asset();
            Effort effort = graph.definition(key).effort().orElse(request.defaults());
            planned.add(planned(task, effort, true, waves.of(key), why));
            for (CheckDefinition check : pipeline.checksOf(key)) {
                Task judging = new Task(check.key(), task.partition());
                Message judges = Message.of("plan.judges", task);
                planned.add(planned(judging, Effort.PLAIN, check.blocking(), waves.of(check.key()), judges));
            }
        });
        planned.sort(Comparator.comparingInt(PlannedTask::wave)
                .thenComparing(each -> each.task().step().kind())
                .thenComparing(PlannedTask::task));
        return planned;
    }

    private PlannedTask planned(Task task, Effort effort, boolean blocking, int wave, Message why) {
        List<Task> waitsFor = inputs.all(task).filter(tasks::containsKey).toList();
        return new PlannedTask(task, waitsFor, blocking, effort, wave, why, request.doneBy(task));
    }
}
