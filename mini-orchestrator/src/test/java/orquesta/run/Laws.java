package orquesta.run;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.plan.PlannedTask;

/** What must hold at each event of each run, whoever decided it. */
final class Laws {
    private static final Set<State> FAILED = EnumSet.of(State.FAILED, State.TIMED_OUT, State.BLOCKED);

    private Laws() {}

    /** An event that must not be. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String law, Event event) {
            super(law + ": " + event);
        }
    }

    private static void require(boolean holds, String law, Event event) {
        if (!holds) {
            throw new Broken(law, event);
        }
    }

    /** Judges an event before it is folded into its run. */
    static void judge(Event event, RunState before) {
        boolean first = event.fact() instanceof Fact.RunStarted;
        require(event.cause() < event.seq(), "a cause comes before what it led to", event);
        Task task = event.task();
        if (task == null) {
            require(before.ended().isEmpty(), "nothing happens to a run that has ended", event);
            return;
        }
        require(first || event.cause() > 0, "each fact of a task has a cause", event);
        if (event.fact() instanceof Fact.StepChanged changed) {
            changes(event, changed, before);
        } else if (event.fact() instanceof Fact.Published) {
            published(event, before);
        } else if (event.fact() instanceof Fact.Materialized) {
            TaskState state = before.of(task);
            require(
                    state.state() == State.RUNNING && state.attempt() == event.attempt(),
                    "only the attempt that runs writes",
                    event);
        }
    }

    private static void changes(Event event, Fact.StepChanged changed, RunState before) {
        Task task = event.task();
        TaskState state = before.of(task);
        require(!changed.reason().key().isEmpty(), "each state has a reason", event);
        require(!state.isEnd(), "an end state stays", event);
        if (changed.state() == State.RUNNING) {
            PlannedTask planned = before.graph().of(task);
            for (Task input : planned.waitsFor()) {
                TaskState there = before.of(input);
                boolean ready = task.isCheck()
                        ? there.written() != null || there.state() == State.REUSED
                        : there.state().isGood();
                require(ready, "nothing starts before what it waits for", event);
            }
            require(event.attempt() == state.attempt() + 1, "attempts are counted one by one", event);
            int most = 1 + planned.effort().retries().times();
            require(event.attempt() <= most, "no more attempts than the asset asks for", event);
            boolean due = state.until() == null || !event.at().isBefore(state.until());
            require(due, "no attempt begins before its time", event);
        } else if (changed.state() == State.OK && !task.isCheck()) {
            require(state.published(), "an asset is ok once it is published", event);
        }
    }

    private static void published(Event event, RunState before) {
        Task asset = event.task();
        TaskState state = before.of(asset);
        require(state.written() != null && !state.published(), "what is published is written, and once", event);
        require(
                state.state() == State.RUNNING && state.attempt() == event.attempt(),
                "its attempt still counts",
                event);
        for (PlannedTask check : before.graph().checksOf(asset)) {
            State verdict = before.of(check.task()).state();
            require(verdict.isEnd(), "nothing is published unaudited", event);
            require(!check.blocking() || verdict.isGood(), "nothing is published against a blocking check", event);
        }
    }

    /** What the rules saw when they decided is what the events tell. */
    static void sameFold(Map<Task, TaskState> decided, RunState folded, Event last) {
        decided.forEach((task, state) -> {
            TaskState told = folded.of(task);
            boolean same = state.state() == told.state()
                    && state.attempt() == told.attempt()
                    && state.published() == told.published()
                    && state.judged() == told.judged()
                    && (state.written() == null) == (told.written() == null);
            require(same, "the fold of the events is the state that decided them (" + task + ")", last);
        });
    }

    /** What would begin in one moment with a signal is what is ready after it; a retry may be due only then. */
    static void sameReady(List<Task> begun, RunState folded, Instant now, Event last) {
        List<Task> ready = folded.ready(now).toList();
        require(ready.containsAll(begun), "what begins with a signal is ready after it", last);
        for (Task task : ready) {
            require(
                    folded.of(task).attempt() > 0 || begun.contains(task),
                    "what is ready after a signal begins with it",
                    last);
        }
    }

    /** Whether a task failed in a run, later than an event. */
    static boolean failedSince(long event, TaskState state) {
        return FAILED.contains(state.state()) && state.last() > event;
    }

    /** Runs that share their work do not try at once what another has just failed at: judged when an attempt ends that runs. */
    static void notTriedAgain(Event event, RunState own, Collection<RunState> runs) {
        Task task = event.task();
        if (task == null
                || task.isCheck()
                || !own.of(task).isRunning()
                || own.of(task).written() != null) {
            return;
        }
        boolean told = event.fact() instanceof Fact.StepChanged changed
                && (changed.state() == State.CANCELLED
                        || changed.state() == State.CRASHED
                        || changed.reason().key().equals("step.failed_beside"));
        long begun = own.of(task).last();
        boolean known = runs.stream()
                .filter(run -> run != own)
                .map(run -> run.of(task))
                .anyMatch(other -> failedSince(own.start(), other) && other.last() < begun);
        require(told || !known, "what has just failed beside is not tried again", event);
    }

    static boolean holdsPlace(TaskState state) {
        return state.state() == State.RUNNING && state.written() == null;
    }

    /** Two living runs never compute one asset at once, and a pool has no more than its places. */
    static void acrossRuns(Event event, Collection<RunState> runs) {
        Task task = event.task();
        boolean runsNow = event.fact() instanceof Fact.StepChanged changed && changed.state() == State.RUNNING;
        if (!runsNow || task.isCheck()) {
            return;
        }
        long computing = runs.stream().filter(run -> run.of(task).isComputing()).count();
        require(computing <= 1, "two runs never compute one asset at once", event);
        long places = runs.stream()
                .flatMap(run -> run.graph().tasks().stream()
                        .filter(planned -> planned.effort().pool().equals(Scenario.POOL))
                        .filter(planned -> Laws.holdsPlace(run.of(planned.task()))))
                .count();
        require(places <= Scenario.PLACES, "a pool has no more than its places", event);
    }
}
