package orquesta.run;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.plan.Plan;
import orquesta.process.ExitWatch;
import orquesta.text.Message;

/**
 * One run between its state and the log: takes signals, records the facts that follow, folds them into the state, and tells
 * the listener. Any thread may call it; the process's end may come at any moment.
 */
final class RunJournal implements ExitWatch.LiveRun {
    private final RunId run;
    private final RunState state;
    private final Plan plan;
    private final boolean shared;
    private final EventLog log;
    private final Clock clock;
    private final RunListener listener;
    /** What was last said of each task that is held: it is said once, also when the places of a pool change hands. */
    private final Map<Task, Signal.Held> held = new HashMap<>();

    private Consumer<RunId> onHeld = holder -> {};

    RunJournal(RunId run, Plan plan, EventLog log, Clock clock, RunListener listener) {
        this.run = run;
        this.state = new RunState(plan.tasks());
        this.plan = plan;
        this.shared = plan.isShared();
        this.log = log;
        this.clock = clock;
        this.listener = listener;
    }

    Instant now() {
        return clock.instant();
    }

    /** Records what follows from signals, as one moment; nothing once the run has ended. */
    synchronized List<Event> take(List<? extends Signal> signals) {
        if (signals.isEmpty() || state.ended().isPresent()) {
            return List.of();
        }
        List<Event.Draft> drafts = state.decide(run, List.copyOf(signals), now());
        if (drafts.isEmpty()) {
            return List.of();
        }
        boolean publishes = drafts.stream().anyMatch(draft -> draft.fact() instanceof Fact.Published);
        return happened(publishes ? log.publish(drafts) : log.append(drafts));
    }

    /** Records the beginning of the run, behind the tick that starts it; false if that tick is another run's already. */
    synchronized boolean begin(RunSetup setup) {
        List<Event.Draft> drafts = state.decide(run, List.of(new Signal.Begins(setup.started())), now());
        if (setup.tick() == null) {
            happened(log.append(drafts));
            return true;
        }
        List<Event.Draft> all = new ArrayList<>(List.of(setup.tick()));
        drafts.forEach(draft -> all.add(draft.behind()));
        List<Event> events = log.appendTick(all);
        happened(events.subList(Math.min(1, events.size()), events.size()));
        return !events.isEmpty();
    }

    List<Event> take(Signal signal) {
        return take(List.of(signal));
    }

    @Override
    public void exited(Task task, Message why) {
        take(new Signal.Exited(task, why));
    }

    @Override
    public void over(Message why) {
        take(new Signal.AllDone(why));
    }

    private List<Event> happened(List<Event> events) {
        events.forEach(state::apply);
        events.forEach(listener::happened);
        return events;
    }

    /** Begins at most so many tasks that are ready and that nobody else holds; says of the others why they wait. */
    synchronized List<Task> start(int free, Set<Task> occupied) {
        List<Task> started = new ArrayList<>();
        Set<Task> asked = new HashSet<>(occupied);
        Map<String, EventLog.Holder> full = new HashMap<>();
        List<Task> next = ready(asked, full, false).limit(free).toList();
        while (!next.isEmpty() && state.ended().isEmpty()) {
            asked.addAll(next);
            started.addAll(begin(next, full));
            next = ready(asked, full, false).limit(free - started.size()).toList();
        }
        if (!full.isEmpty()) { // the store need not be asked once for each that waits for one pool
            ready(asked, full, true).toList().forEach(task -> hold(task, requireNonNull(full.get(poolOf(task)))));
        }
        return started;
    }

    /** Ready tasks that nobody asked for yet: those of full pools, or all others. */
    private Stream<Task> ready(Set<Task> asked, Map<String, EventLog.Holder> full, boolean late) {
        return state.ready(now()).filter(task -> !asked.contains(task) && full.containsKey(poolOf(task)) == late);
    }

    private String poolOf(Task task) {
        return state.graph().of(task).effort().pool();
    }

    /** @param full pools without a free place: those that are found full now are added */
    private List<Task> begin(List<Task> tasks, Map<String, EventLog.Holder> full) {
        List<Event.Draft> drafts = tasks.stream().map(this::running).toList();
        List<EventLog.Begun> begun = log.begin(drafts, plan.pipeline().pools(), shared);
        List<Task> started = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Event event = begun.get(i).event();
            if (event == null) {
                EventLog.Holder holder = requireNonNull(begun.get(i).holder());
                if (!holder.pool().isEmpty()) {
                    full.put(holder.pool(), holder);
                }
                hold(tasks.get(i), holder);
            } else {
                held.remove(tasks.get(i));
                happened(List.of(event));
                started.add(tasks.get(i));
            }
        }
        return started;
    }

    /** What another run has published of a task meanwhile, if the two share their work. */
    Optional<Pin> doneElsewhere(Task task) {
        return shared && !task.isCheck() && !log.failed(run.pipeline(), task)
                ? plan.inputs().upToDate(task, read -> log.published(run.pipeline(), read))
                : Optional.empty();
    }

    private Event.Draft running(Task task) {
        return state.decide(run, List.of(new Signal.Starts(task)), now()).get(0);
    }

    /** @param told of each run that stands in the way of a task */
    void onHeld(Consumer<RunId> told) {
        onHeld = told;
    }

    private void hold(Task task, EventLog.Holder holder) {
        onHeld.accept(holder.run());
        Signal.Held why = new Signal.Held(task, holder.run(), holder.pool());
        Signal.Held before = held.put(task, why);
        if (before == null || (holder.pool().isEmpty() && !why.equals(before))) {
            take(why);
        }
    }

    /** Folds what others asked of this run: a cancel from the page or from another process. */
    synchronized void hear() {
        if (state.cancel().isEmpty() && state.ended().isEmpty()) {
            log.cancelOf(run).ifPresent(cancel -> {
                happened(List.of(cancel));
                take(new Signal.TimePassed());
            });
        }
    }

    /** Whether somebody stands in the way of a task that could start: it must ask again soon. */
    synchronized boolean isHeld() {
        return !held.isEmpty();
    }

    synchronized boolean isOver() {
        return state.isOver();
    }

    synchronized TaskState of(Task task) {
        return state.of(task);
    }

    /** Whether the value of a task is audited and waits for its files to be promised. */
    synchronized boolean isToPromise(Task asset) {
        return state.isAudited(asset) && state.of(asset).isOutsideTheStore();
    }

    /** When time alone will matter next, after now; no later than the other moment. */
    synchronized Instant nextWake(Instant otherwise) {
        return state.nextWake(now()).filter(wake -> wake.isBefore(otherwise)).orElse(otherwise);
    }

    /** Whether what this attempt returns counts. */
    synchronized boolean counts(Task task, int attempt) {
        return state.of(task).isRunning() && state.of(task).attempt() == attempt;
    }

    synchronized boolean hasEnded() {
        return state.ended().isPresent();
    }
}
