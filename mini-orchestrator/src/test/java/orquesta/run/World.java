package orquesta.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.plan.PlannedTask;
import orquesta.run.model.Outcome;
import orquesta.text.Message;

/**
 * The runs of a scenario, without threads, on a virtual clock: what the executor, the log and the operating system do around
 * {@link RunState} is done here by a queue of moments.
 */
final class World {
    private static final Materialization TABLE = value(null);
    private static final Materialization FILES = value(new Materialization.Delivery("staging", "target"));
    private static final Instant BEGIN = Instant.parse("2026-11-29T10:30:00Z");

    private final Scenario scenario;
    private final Bug bug;
    private final Random chance;
    private final PriorityQueue<Moment> queue =
            new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparing(Moment::order));
    private final List<Life> lives = new ArrayList<>();
    private final List<RunState> states = new ArrayList<>();
    private final boolean shared;
    private Instant now = BEGIN;
    private long seq = 0;
    private long order = 0;
    private int events = 0;

    private record Moment(Instant at, long order, Runnable what) {}

    /** A bug that is planted on purpose: what it makes of the facts that were decided. */
    interface Bug {
        Bug NONE = (state, signal, drafts) -> drafts;

        List<Event.Draft> of(RunState state, Signal signal, List<Event.Draft> drafts);

        default boolean ignoresClaims() {
            return false;
        }

        default boolean ignoresPools() {
            return false;
        }

        default boolean ignoresFailuresBeside() {
            return false;
        }

        /** Whether the fold misses this event. */
        default boolean loses(Event event) {
            return false;
        }
    }

    World(Scenario scenario, Bug bug) {
        this.scenario = scenario;
        this.bug = bug;
        this.chance = new Random(scenario.seed());
        this.shared = scenario.isShared();
    }

    private static Materialization value(Materialization.Delivery delivery) {
        return new Materialization(
                delivery == null ? ValueForm.TABLE : ValueForm.FILE,
                "v",
                Materialization.Contents.NONE,
                Materialization.ContentHash.NONE,
                Map.of(),
                delivery);
    }

    /** One run, from its first event to its last; its process may die in between. */
    final class Life {
        final Scenario.SimRun run;
        final RunId id;
        final RunState state;
        final List<Event> log = new ArrayList<>();
        final Set<Task> busy = new HashSet<>();
        final boolean rerun;
        boolean alive = true;
        boolean done = false;
        boolean failedDelivery = false;
        /** The assets at which another run had just failed. */
        final Set<Task> failedBeside = new HashSet<>();

        int transactions = 0;
        private Instant wake = Instant.MAX;
        private final Map<Task, Signal.Held> told = new HashMap<>();
        private boolean asks = false;

        Life(Scenario.SimRun run, List<PlannedTask> plan, boolean rerun) {
            this.run = run;
            this.id = new RunId("sim", lives.size() + 1L);
            this.state = new RunState(plan);
            this.rerun = rerun;
        }

        void take(Signal signal) {
            if (!alive || state.ended().isPresent()) {
                return;
            }
            Decision decision = new Decision(state, id, now);
            decision.take(signal);
            List<Event.Draft> decided = List.copyOf(decision.drafts());
            List<Event.Draft> drafts = bug.of(state, signal, decided);
            if (drafts.isEmpty()) {
                return;
            }
            Map<Task, TaskState> changed = Map.copyOf(decision.changed());
            boolean saysWhoBegins = bug == Bug.NONE && !(signal instanceof Signal.Begins);
            List<Task> next = saysWhoBegins ? next(decision, decided.size()) : List.of();
            append(drafts);
            if (bug == Bug.NONE || drafts.equals(decided)) {
                Laws.sameFold(changed, state, log.get(log.size() - 1));
            }
            if (saysWhoBegins) {
                Laws.sameReady(next, state, now, log.get(log.size() - 1));
            }
            transactions++;
            if (transactions == run.crashAfter()) {
                alive = false;
                return;
            }
            if (transactions == run.cancelAfter() && state.ended().isEmpty()) {
                cancel();
            }
            deliver(drafts);
        }

        /** The tasks that would begin together with what a decision already holds, if all could. */
        private List<Task> next(Decision decision, int decided) {
            decision.take(new Signal.Free(Integer.MAX_VALUE, task -> true));
            List<Event.Draft> drafts = decision.drafts();
            return drafts.subList(decided, drafts.size()).stream()
                    .filter(draft -> draft.fact().begins())
                    .map(Event.Draft::task)
                    .toList();
        }

        private void append(List<Event.Draft> drafts) {
            long first = seq + 1;
            for (Event.Draft draft : drafts) {
                long cause = draft.cause() < 0 ? first - draft.cause() - 1 : draft.cause();
                happened(draft.at(++seq, now, cause));
            }
        }

        private void happened(Event event) {
            events++;
            Laws.judge(event, state);
            if (shared) {
                Laws.notTriedAgain(event, state, states);
            }
            log.add(event);
            if (!bug.loses(event)) {
                state.apply(event);
            }
            Laws.acrossRuns(event, states);
        }

        /** By a signal in its own process, or as an event that another process wrote. */
        private void cancel() {
            if (chance.nextBoolean()) {
                take(new Signal.CancelAsked("somebody"));
            } else {
                append(List.of(new Event.Draft(id, null, 0, 0, new Fact.CancelRequested("somebody"))));
                take(new Signal.TimePassed());
            }
        }

        private void deliver(List<Event.Draft> drafts) {
            for (Event.Draft draft : drafts) {
                Task asset = draft.task() == null ? null : draft.task().judged();
                if (asset != null && state.isAudited(asset) && state.of(asset).isOutsideTheStore()) {
                    take(new Signal.Promised(asset));
                    boolean lost = chance.nextInt(10) == 0;
                    failedDelivery |= lost;
                    Signal next = lost
                            ? new Signal.Undeliverable(asset, Message.of("step.undelivered", "full"))
                            : new Signal.Delivered(asset);
                    in(chance.nextInt(5), () -> endDelivery(asset, next));
                }
            }
        }

        private void endDelivery(Task asset, Signal next) {
            if (!state.of(asset).isEnd()) {
                take(next);
            }
        }

        /** What the loop of a run does between two signals. */
        void pump() {
            for (Task task : state.ready(now).toList()) {
                boolean free = busy.size() < run.workers() && !busy.contains(task);
                if (alive && free && !state.of(task).isEnd()) {
                    begin(task);
                }
            }
            if (alive && state.isOver() && busy.isEmpty() && state.ended().isEmpty()) {
                take(new Signal.AllDone(Message.of("run.interrupted")));
            }
            Instant next = state.nextWake(now).orElse(Instant.MAX);
            if (alive && next.isBefore(wake) && state.ended().isEmpty()) {
                wake = next;
                at(next, () -> {
                    wake = Instant.MAX;
                    take(new Signal.TimePassed());
                });
            }
        }

        private void begin(Task task) {
            Life holder = task.isCheck() || bug.ignoresClaims() ? null : holderOf(task);
            boolean pooled = state.graph().of(task).effort().pool().equals(Scenario.POOL);
            if (holder != null && !holder.alive) {
                holder.recover();
            } else if (holder != null) {
                hold(new Signal.Held(task, holder.id, ""));
            } else if (pooled && !bug.ignoresPools() && poolIsFull()) {
                hold(new Signal.Held(task, id, Scenario.POOL));
            } else {
                take(new Signal.Free(1, task::equals));
                if (alive && state.of(task).state() == State.RUNNING) {
                    attempt(task, state.of(task).attempt());
                }
            }
        }

        private Life holderOf(Task task) {
            return lives.stream()
                    .filter(life -> life != this && life.state.of(task).isComputing())
                    .findFirst()
                    .orElse(null);
        }

        private boolean poolIsFull() {
            long running = lives.stream()
                    .mapToLong(life -> life.state.graph().tasks().stream()
                            .filter(planned -> planned.effort().pool().equals(Scenario.POOL))
                            .filter(planned -> Laws.holdsPlace(life.state.of(planned.task())))
                            .count())
                    .sum();
            if (running >= Scenario.PLACES) { // a dead run holds no place for ever
                lives.stream().filter(life -> !life.alive).forEach(Life::recover);
            }
            return running >= Scenario.PLACES;
        }

        private void hold(Signal.Held held) {
            if (!held.equals(told.put(held.task(), held))) {
                take(held);
            }
            if (!asks) {
                asks = true;
                in(20, () -> asks = false);
            }
        }

        private void attempt(Task task, int number) {
            busy.add(task);
            Optional<Life> beside = task.isCheck() ? Optional.empty() : failedBeside(task);
            if (beside.isPresent()) {
                failedBeside.add(task);
                failedDelivery |= beside.get().failedDelivery;
                State end = beside.get().state.of(task).state();
                Message why = Message.of("step.failed_beside", beside.get().id, "x");
                in(1, () -> {
                    busy.remove(task);
                    take(new Signal.Ended(task, number, new StepOutcome.Elsewhere(end, why)));
                });
                return;
            }
            Outcome outcome = scenario.outcome(task, number);
            boolean late = outcome == Outcome.TIMES_OUT;
            long millis = late ? Scenario.LIMIT.toMillis() + chance.nextInt(300) : 1 + chance.nextInt(50);
            if (late && chance.nextBoolean()) {
                in(Scenario.LIMIT.toMillis() + 40, () -> stillRunning(task, number));
            }
            in(millis, () -> {
                busy.remove(task);
                take(new Signal.Ended(task, number, said(task, outcome)));
            });
        }

        private Optional<Life> failedBeside(Task task) {
            return lives.stream()
                    .filter(life -> shared && !bug.ignoresFailuresBeside() && life != this)
                    .filter(life -> Laws.failedSince(state.start(), life.state.of(task)))
                    .findFirst();
        }

        private void stillRunning(Task task, int number) {
            boolean lost = busy.contains(task) && !state.of(task).isRunning();
            if (lost) {
                take(new Signal.StillRunning(task, number));
            }
        }

        private StepOutcome said(Task task, Outcome outcome) {
            return switch (outcome) {
                case THROWS -> new StepOutcome.Failed(Message.of("step.threw", "x", "y"));
                case SKIPS -> new StepOutcome.Skipped("no need");
                case JUDGES_BAD -> judged(task, false);
                default -> task.isCheck() ? judged(task, true) : written(task);
            };
        }

        private StepOutcome written(Task task) {
            return new StepOutcome.Written(scenario.asset(task).files() ? FILES : TABLE);
        }

        private StepOutcome judged(Task task, boolean passed) {
            boolean blocking = state.graph().of(task).blocking();
            Fact.Verdict verdict = new Fact.Verdict(passed, blocking, Message.of("check.said", "x"), Map.of());
            return new StepOutcome.Judged(new Fact.CheckEvaluated(verdict, -1, List.of(), List.of()));
        }

        /** Another process finds that this one is gone: it has the events, and no plan. */
        void recover() {
            if (state.ended().isEmpty() && !alive) {
                Signal gone = new Signal.ProcessGone("4711");
                append(bug.of(state, gone, RunState.of(log).decide(id, List.of(gone), now)));
            }
        }

        void begin() {
            Map<String, Long> pins = new HashMap<>();
            take(new Signal.Begins(new Fact.RunStarted("*", "", LocalDate.of(2026, 11, 29), pins, "4711")));
        }
    }

    private void in(long millis, Runnable what) {
        at(now.plus(Duration.ofMillis(millis)), what);
    }

    private void at(Instant when, Runnable what) {
        queue.add(new Moment(when, order++, what));
    }

    /** Lives through all runs; a run whose process died is done again from its failure. */
    List<Life> live() {
        for (Scenario.SimRun run : scenario.runs()) {
            Life life = add(run, scenario.plan(run, Set.of(), new RunId("sim", 0)), false);
            in(chance.nextInt(40), life::begin);
        }
        untilQuiet();
        Optional<Life> dead = dead();
        while (dead.isPresent()) { // more may die while the first are brought to their end
            dead.get().recover();
            dead.get().done = true;
            again(dead.get());
            untilQuiet();
            dead = dead();
        }
        return lives;
    }

    private Life add(Scenario.SimRun run, List<PlannedTask> plan, boolean rerun) {
        Life life = new Life(run, plan, rerun);
        lives.add(life);
        states.add(life.state);
        return life;
    }

    private Optional<Life> dead() {
        return lives.stream().filter(life -> !life.alive && !life.done).findFirst();
    }

    private void again(Life dead) {
        Set<Task> done = new HashSet<>();
        RunState folded = RunState.of(dead.log);
        folded.tasks().forEach((task, state) -> {
            boolean good = folded.of(task.judged()).state().isGood();
            if (good && state.isEnd()) {
                done.add(task);
            }
        });
        Scenario.SimRun calm = new Scenario.SimRun(dead.run.selected(), dead.run.workers(), -1, -1);
        Life life = add(calm, scenario.plan(calm, done, dead.id), true);
        in(1, life::begin);
    }

    private void untilQuiet() {
        int steps = 0;
        while (!queue.isEmpty()) {
            if (!queue.isEmpty()) {
                Moment moment = queue.poll();
                now = moment.at;
                moment.what.run();
            }
            lives.forEach(life -> {
                if (life.alive && life.state.start() > 0) {
                    life.pump();
                }
            });
            if (++steps > 100_000) {
                throw new IllegalStateException("every run comes to an end: this one does not");
            }
        }
    }

    int events() {
        return events;
    }
}
