package orquesta.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import orquesta.asset.Task;

/** The tasks of a plan by what they have to do with each other: who reads a task, which checks judge it. */
public final class TaskGraph {
    private final Map<Task, PlannedTask> planned = new LinkedHashMap<>();
    private final Map<Task, List<Task>> readers = new HashMap<>();
    private final Map<Task, List<PlannedTask>> checks = new HashMap<>();

    public TaskGraph(List<PlannedTask> tasks) {
        for (PlannedTask task : tasks) {
            planned.put(task.task(), task);
            task.waitsFor()
                    .forEach(input -> readers.computeIfAbsent(input, key -> new ArrayList<>())
                            .add(task.task()));
            if (task.task().isCheck()) {
                checks.computeIfAbsent(task.task().judged(), key -> new ArrayList<>())
                        .add(task);
            }
        }
    }

    /** In the plan's order. */
    public Collection<PlannedTask> tasks() {
        return planned.values();
    }

    /** What the plan says of one of its tasks. */
    public PlannedTask of(Task task) {
        return Objects.requireNonNull(planned.get(task), () -> "no task " + task);
    }

    /** The tasks that read the value of a task, in the plan's order. */
    public List<Task> readersOf(Task task) {
        return readers.getOrDefault(task, List.of());
    }

    /** The checks that judge the value of a task, in the plan's order. */
    public List<PlannedTask> checksOf(Task task) {
        return checks.getOrDefault(task, List.of());
    }
}
