package orquesta.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.Subject;
import orquesta.plan.TaskGraph;
import orquesta.text.Message;

/**
 * The facts of one moment of a run, before they are recorded. Each is folded at once into a copy of the states that it
 * changes, so that the next rule sees it; a fact that led to another of the same moment is known by its place, from -1.
 */
final class Drafts implements TaskStates {
    final RunState before;
    final Instant now;
    final Subject run;
    private final Map<Task, TaskState> changed = new LinkedHashMap<>();
    private final List<Event.Draft> drafts = new ArrayList<>();

    Drafts(RunState before, Subject run, Instant now) {
        this.before = before;
        this.run = run;
        this.now = now;
    }

    List<Event.Draft> all() {
        return drafts;
    }

    /** The states that the facts lead to, for each task that they are about. */
    Map<Task, TaskState> changed() {
        return changed;
    }

    @Override
    public TaskGraph graph() {
        return before.graph();
    }

    @Override
    public TaskState of(Task task) {
        TaskState later = changed.get(task);
        return later == null ? before.of(task) : later;
    }

    /** The tasks that these facts make ready to begin for the first time, each with the place of the last that did. */
    Map<Task, Long> freshlyReady() {
        Map<Task, Long> fresh = new LinkedHashMap<>();
        changed.forEach((task, state) -> graph().readersOf(task).stream()
                .filter(reader -> verdictOn(reader).kind() == Verdict.Kind.READY)
                .filter(reader -> before.verdictOn(reader).kind() != Verdict.Kind.READY)
                .forEach(reader -> fresh.put(reader, state.last())));
        return fresh;
    }

    /** The tasks that have not ended, in the plan's order. */
    Map<Task, TaskState> open() {
        Map<Task, TaskState> open = new LinkedHashMap<>();
        before.tasks().keySet().stream().filter(task -> !of(task).isEnd()).forEach(task -> open.put(task, of(task)));
        return open;
    }

    void change(Task task, State state, Message reason, long cause) {
        add(task, of(task).attempt(), cause, new Fact.StepChanged(state, reason));
    }

    /** Adds a fact, and folds it into what the next rule sees; returns its place among the drafts, below zero. */
    long add(@Nullable Task task, int attempt, long cause, Fact fact) {
        Event.Draft draft = new Event.Draft(run, task, attempt, cause, fact);
        drafts.add(draft);
        long place = -drafts.size();
        if (task != null) {
            changed.put(task, of(task).after(draft.at(place, now, cause)));
        }
        return place;
    }
}
