package orquesta.values;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Inputs;
import orquesta.asset.Need;
import orquesta.asset.Run;
import orquesta.asset.Task;
import orquesta.event.Materialization;
import orquesta.event.Pin;
import orquesta.partition.Partition;
import orquesta.plan.Plan;
import orquesta.plan.TaskInputs;
import orquesta.resource.Resources;
import tech.tablesaw.api.Table;

/** What the steps of one run get: values that are pinned or were written in this run, resources, and the run itself. */
public final class InputValues {
    private final TaskInputs inputs;
    private final Map<Task, Pin> before;
    private final Storage storage;
    private final Resources resources;
    private final ConcurrentMap<Task, Materialization> known = new ConcurrentHashMap<>();

    public InputValues(Plan plan, Storage storage, Resources resources) {
        this.inputs = plan.inputs();
        this.before = plan.before();
        this.storage = storage;
        this.resources = resources;
        plan.pins().forEach((task, pin) -> know(task, pin.value()));
    }

    /** Makes a value known to the steps that read it: a pinned one, or one written in this run. */
    public void know(Task task, Materialization value) {
        known.put(task, value);
    }

    /** The arguments of a step's code; reads each value as the type that it is wanted as. */
    public Inputs of(Task task, List<Need> needs, Run run) throws IOException {
        Map<String, List<Task>> read = inputs.of(task);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Need need : needs) {
            values.put(need.name(), value(need, task, read, run));
        }
        return new Inputs(values);
    }

    private @Nullable Object value(Need need, Task task, Map<String, List<Task>> read, Run run) throws IOException {
        if (need instanceof Need.Upstream upstream) {
            return value(upstream, read.getOrDefault(need.name(), List.of()));
        }
        if (need instanceof Need.Borrowed borrowed) {
            return resources.get(borrowed.resource());
        }
        return need.type() == Partition.class ? inputs.partitionOf(task).orElseThrow() : run;
    }

    private @Nullable Object value(Need.Upstream upstream, List<Task> read) throws IOException {
        if (upstream.type() == Void.class) {
            return null;
        }
        if (!upstream.readsBefore()) {
            return storage.readAll(values(read), upstream.type());
        }
        Pin earlier = before.get(Task.of(upstream.key()));
        Map<Task, Materialization> previous =
                earlier == null ? values(read) : Map.of(Task.of(upstream.key()), earlier.value());
        return previous.isEmpty() ? Optional.empty() : Optional.of(storage.readAll(previous, upstream.type()));
    }

    private Map<Task, Materialization> values(List<Task> tasks) {
        Map<Task, Materialization> values = new LinkedHashMap<>();
        tasks.forEach(task -> values.put(task, Objects.requireNonNull(known.get(task))));
        return values;
    }

    /**
     * Called before what a step made is written: a Table may have lost something of what it was read from.
     *
     * @throws orquesta.text.UserException names the column
     */
    public void requireSame(Task task, List<Need> needs, @Nullable Object made) throws IOException {
        Map<String, List<Task>> read = inputs.of(task);
        for (Need need : needs) {
            if (need instanceof Need.Upstream upstream && upstream.type() == Table.class) {
                for (Materialization original :
                        values(read.getOrDefault(need.name(), List.of())).values()) {
                    storage.requireSame(made, original);
                }
            }
        }
    }
}
