package orquesta.run;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.Subject;
import orquesta.plan.PlannedTask;
import orquesta.plan.TaskGraph;
import orquesta.text.Message;

/**
 * The state of one run: a fold of its events. {@link #apply} makes it from events alone; {@link #decide} says which facts
 * follow from a signal and changes nothing; {@link #nextWake} says when time alone will matter. No thread, clock, file or
 * database is in it, so a crash is the same fold with one more signal.
 *
 * <pre>{@code
 * signal ──► decide ──► facts ──► the log ──► events ──► apply
 * }</pre>
 */
public final class RunState implements TaskStates {
    private final TaskGraph graph;
    private final Map<Task, TaskState> tasks = new LinkedHashMap<>();
    /** The tasks that nothing keeps from starting, and the event that made them so, in the order in which it came about. */
    private final Map<Task, Long> readyChecks = new LinkedHashMap<>();

    private final Map<Task, Long> readyAssets = new LinkedHashMap<>();
    /** The tasks whose state time alone will end. */
    private final Set<Task> timed = new LinkedHashSet<>();

    private long start = 0;
    private @Nullable Instant deadline;
    private @Nullable Event cancel;
    private Fact.@Nullable RunEnded ended;
    private int open = 0;

    /** A run that has not begun. */
    public RunState(List<PlannedTask> plan) {
        this.graph = new TaskGraph(plan);
        plan.forEach(planned -> tasks.put(planned.task(), TaskState.UNBORN));
        this.open = tasks.size();
    }

    /** What is known of a run from its events alone, for whoever does not have its plan. */
    public static RunState of(List<Event> events) {
        List<PlannedTask> seen = events.stream()
                .flatMap(event -> Stream.ofNullable(event.task()))
                .distinct()
                .map(task -> new PlannedTask(task, List.of(), true, 0, Message.valueOf("")))
                .toList();
        RunState state = new RunState(seen);
        events.forEach(state::apply);
        return state;
    }

    /** Takes note of what happened. */
    public void apply(Event event) {
        Fact fact = event.fact();
        Task task = event.task();
        if (task != null) {
            apply(event, task);
        } else if (fact instanceof Fact.RunStarted started) {
            start = event.seq();
            deadline = started.deadline();
        } else if (fact instanceof Fact.CancelRequested && cancel == null) {
            cancel = event;
        } else if (fact instanceof Fact.RunEnded end) {
            ended = end;
        }
    }

    private void apply(Event event, Task task) {
        TaskState before = of(task);
        TaskState after = before.after(event);
        tasks.put(task, after);
        if (after.isEnd() && !before.isEnd()) {
            open--;
        }
        if (after.until() == null) {
            timed.remove(task);
        } else {
            timed.add(task);
        }
        if (after.isEnd() || after.isRunning() || after.until() != null) {
            readyOf(task).remove(task);
        } else {
            enlist(task, event.seq());
        }
        graph.readersOf(task).forEach(reader -> enlist(reader, event.seq()));
    }

    private void enlist(Task task, long cause) {
        TaskState state = of(task);
        boolean again = state.state() == State.WAITING && state.attempt() > 0 && state.until() == null;
        boolean fresh = state.attempt() == 0 && state.last() > 0 && !state.isEnd();
        if (again || (fresh && verdictOn(task).kind() == Verdict.Kind.READY)) {
            readyOf(task).putIfAbsent(task, cause);
        }
    }

    private Map<Task, Long> readyOf(Task task) {
        return task.isCheck() ? readyChecks : readyAssets;
    }

    /** The facts that follow from signals, in the order in which they must be recorded, in one transaction. */
    public List<Event.Draft> decide(Subject run, List<Signal> signals, Instant now) {
        Decision decision = new Decision(this, run, now);
        signals.forEach(decision::take);
        return decision.drafts();
    }

    /** When time alone will matter next, after a moment; empty if never. */
    public Optional<Instant> nextWake(Instant now) {
        Stream<Instant> tasksWake = timed.stream().flatMap(task -> Stream.ofNullable(of(task).until()));
        Stream<Instant> runWakes = isOver() ? Stream.empty() : Stream.ofNullable(deadline);
        return Stream.concat(tasksWake, runWakes).filter(now::isBefore).min(Instant::compareTo);
    }

    /** The tasks that could start now: checks first, since they let something be published; then retries; the longest ready first. */
    public Stream<Task> ready(Instant now) {
        Stream<Task> due = timed.stream().filter(task -> isDue(task, now));
        return Stream.concat(Stream.concat(readyChecks.keySet().stream(), due), readyAssets.keySet().stream());
    }

    private boolean isDue(Task task, Instant now) {
        TaskState state = of(task);
        return state.state() == State.WAITING
                && state.until() != null
                && !state.until().isAfter(now);
    }

    /** The event that made a task ready to start. */
    long readyBy(Task task) {
        return Math.max(readyOf(task).getOrDefault(task, 0L), of(task).last());
    }

    /** The tasks whose state time alone will end. */
    List<Task> timed() {
        return List.copyOf(timed);
    }

    /** Whether every task has its last state. */
    public boolean isOver() {
        return open == 0;
    }

    /** How the run ended; empty while it goes on. */
    public Optional<Fact.RunEnded> ended() {
        return Optional.ofNullable(ended);
    }

    /** The request that the run be stopped; empty if nobody asked. */
    public Optional<Event> cancel() {
        return Optional.ofNullable(cancel);
    }

    /** Whether the time of the run as a whole is up. */
    boolean isTimeUp(Instant now) {
        return deadline != null && !now.isBefore(deadline);
    }

    /** The event that began the run. */
    long start() {
        return start;
    }

    @Override
    public TaskGraph graph() {
        return graph;
    }

    @Override
    public TaskState of(Task task) {
        return tasks.getOrDefault(task, TaskState.UNBORN);
    }

    /** Every task with its state, in the plan's order. */
    public Map<Task, TaskState> tasks() {
        return Collections.unmodifiableMap(tasks);
    }
}
