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
import java.util.function.Predicate;
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

    List<Event> take(Signal signal) {
        return take(List.of(signal), 0, Set.of());
    }

    /**
     * Records what follows from signals as one moment, and in the same transaction that tasks begin which are ready then and which nobody
     * else holds; says of the others why they wait. Nothing once the run has ended.
     *
     * @param free how many tasks may begin
     * @param occupied those that have a thread
     */
    synchronized List<Event> take(List<? extends Signal> signals, int free, Set<Task> occupied) {
        if (signals.isEmpty() || state.ended().isPresent()) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        Set<Task> asked = new HashSet<>(occupied);
        Map<String, EventLog.Holder> full = new HashMap<>();
        Predicate<Task> mayBegin = task -> !asked.contains(task) && !full.containsKey(poolOf(task));
        List<Signal> all = new ArrayList<>(signals);
        all.add(new Signal.Free(free, mayBegin));
        List<Event.Draft> drafts = state.decide(run, all, now());
        while (!drafts.isEmpty()) {
            events.addAll(record(drafts, asked, full));
            long begun = events.stream().map(Event::fact).filter(Fact::begins).count();
            drafts = state.decide(run, List.of(new Signal.Free(free - begun, mayBegin)), now());
        }
        if (!full.isEmpty()) { // the store need not be asked once for each that waits for one pool
            state.ready(now())
                    .filter(task -> !asked.contains(task) && full.containsKey(poolOf(task)))
                    .toList()
                    .forEach(task -> hold(task, requireNonNull(full.get(poolOf(task)))));
        }
        return events;
    }

    /**
     * @param asked gets the tasks that were to begin
     * @param full gets the pools that have no free place
     */
    private List<Event> record(List<Event.Draft> drafts, Set<Task> asked, Map<String, EventLog.Holder> full) {
        List<EventLog.Entry> entries = log.record(drafts, plan.pipeline().pools(), shared);
        List<Event> events = happened(entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.event()))
                .toList());
        for (int i = 0; i < drafts.size(); i++) {
            EventLog.Holder holder = entries.get(i).holder();
            if (drafts.get(i).fact().begins()) {
                Task task = requireNonNull(drafts.get(i).task());
                asked.add(task);
                if (holder == null) {
                    held.remove(task);
                    continue;
                }
                hold(task, holder);
                if (!holder.pool().isEmpty()) {
                    full.put(holder.pool(), holder);
                }
            }
        }
        return events;
    }

    private String poolOf(Task task) {
        return state.graph().of(task).effort().pool();
    }

    /**
     * Records the beginning of the run, behind the tick that starts it; false if that tick is another run's already, or if a value is gone
     * that the plan reads, unless it is the second plan for that: then the step that reads it says so.
     */
    synchronized boolean begin(RunSetup setup) {
        List<Event.Draft> drafts =
                new ArrayList<>(Stream.ofNullable(setup.tick()).toList());
        state.decide(run, List.of(new Signal.Begins(setup.started())), now())
                .forEach(draft -> drafts.add(setup.tick() == null ? draft : draft.behind()));
        List<Event> events = log.appendBeginning(drafts, setup.anew() ? List.of() : plan.reads());
        happened(events.stream().filter(Event::isOfRun).toList());
        return !events.isEmpty();
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

    /** What another run has published of a task meanwhile, if the two share their work. */
    Optional<Pin> doneElsewhere(Task task) {
        boolean done = shared
                && !task.isCheck()
                && !log.failed(run.pipeline(), task)
                && plan.inputs().isUpToDate(task, read -> log.published(run.pipeline(), read));
        return done ? log.published(run.pipeline(), task) : Optional.empty();
    }

    /** How another run has failed at a task since this one began, if the two share their work: it is not tried again at once. */
    Optional<StepOutcome> failedBeside(Task task) {
        return shared && !task.isCheck()
                ? log.failedBeside(run, task).map(end -> new StepOutcome.Elsewhere(end.state(), end.reason()))
                : Optional.empty();
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
