package orquesta.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.CheckKey;
import orquesta.asset.Durations;
import orquesta.asset.Effort;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.Subject;
import orquesta.plan.PlannedTask;
import orquesta.plan.TaskGraph;
import orquesta.text.Message;

/**
 * What follows from some signals in one moment of a run. Each fact is folded at once into a copy of the state, so that the
 * next rule sees it; the run's own state changes when the facts come back from the log as events.
 *
 * <p>An asset is written, audited by its checks, then published; only then do the assets below it start. A failure marks
 * all that is below at once and stops nothing else.
 */
final class Decision implements TaskStates {
    private final RunState before;
    private final Subject run;
    private final Instant now;
    private final Map<Task, TaskState> changed = new HashMap<>();
    private final List<Event.Draft> drafts = new ArrayList<>();
    /** Tasks whose readers have not heard yet what became of them. */
    private final Deque<Task> news = new ArrayDeque<>();

    Decision(RunState before, Subject run, Instant now) {
        this.before = before;
        this.run = run;
        this.now = now;
    }

    List<Event.Draft> drafts() {
        return drafts;
    }

    /** The states that its facts lead to, for each task that they are about. */
    Map<Task, TaskState> changed() {
        return changed;
    }

    @Override
    public TaskGraph graph() {
        return before.graph();
    }

    @Override
    public TaskState of(Task task) {
        TaskState now = changed.get(task);
        return now == null ? before.of(task) : now;
    }

    void take(Signal signal) {
        if (signal instanceof Signal.Begins begins) {
            begin(begins.started());
        } else if (signal instanceof Signal.Starts starts) {
            start(starts.task());
        } else if (signal instanceof Signal.Held held) {
            hold(held);
        } else if (signal instanceof Signal.Ended ended) {
            attemptEnded(ended);
        } else if (signal instanceof Signal.Promised promised) {
            publish(promised.task());
        } else if (signal instanceof Signal.Delivered delivered) {
            delivered(delivered.task());
        } else if (signal instanceof Signal.Undeliverable lost) {
            end(lost.task(), State.FAILED, lost.why(), of(lost.task()).last());
        } else if (signal instanceof Signal.StillRunning running) {
            TaskState state = of(running.task());
            add(running.task(), running.attempt(), state.last(), new Fact.Abandoned());
        } else if (signal instanceof Signal.TimePassed) {
            timePassed();
        } else {
            takeOfRun(signal);
        }
        spread();
    }

    /** What ends the run as a whole. */
    private void takeOfRun(Signal signal) {
        if (signal instanceof Signal.CancelAsked asked) {
            long cause = add(null, 0, before.start(), new Fact.CancelRequested(asked.by()));
            cancelAll(Message.of("step.cancelled", asked.by()), cause);
        } else if (signal instanceof Signal.Exited exited) {
            TaskState state = of(exited.task());
            if (state.isRunning()) {
                end(exited.task(), State.FAILED, exited.why(), state.last());
            }
        } else if (signal instanceof Signal.CannotGoOn broken) {
            cancelAll(broken.why(), 0);
            add(null, 0, 0, new Fact.RunEnded(RunStatus.FAILED, broken.why()));
        } else if (signal instanceof Signal.AllDone done) {
            cancelAll(done.interrupted(), 0);
            add(null, 0, 0, new RunEnding(this, before).ended(done.interrupted(), now));
        } else if (signal instanceof Signal.ProcessGone gone) {
            processGone(gone.owner());
        }
    }

    private void begin(Fact.RunStarted started) {
        long start = add(null, 0, 0, started);
        for (PlannedTask planned : graph().tasks()) {
            Task task = planned.task();
            if (planned.reused() != null) {
                change(task, State.REUSED, Message.of("step.reused", planned.reused()), start);
            } else if (verdictOn(task).kind() == Verdict.Kind.READY) {
                change(task, State.PLANNED, planned.why(), start);
            } else {
                String names = planned.waitsFor().stream().map(Task::text).collect(Collectors.joining(", "));
                change(task, State.WAITING, Message.of("step.waits", names), start);
            }
        }
    }

    private void start(Task task) {
        TaskState state = of(task);
        Effort effort = graph().of(task).effort();
        Instant limit = effort.timeout() == null ? null : now.plus(effort.timeout());
        int attempt = state.attempt() + 1;
        Message reason = attempt == 1 ? Message.of("step.runs") : Message.of("step.runs_again", attempt);
        add(task, attempt, before.readyBy(task), new Fact.StepChanged(State.RUNNING, reason, limit, effort.pool()));
    }

    private void hold(Signal.Held held) {
        Message reason = held.pool().isEmpty()
                ? Message.of("step.held", held.holder(), held.task().asset())
                : Message.of("step.held_pool", held.pool(), held.holder());
        change(held.task(), State.WAITING, reason, before.readyBy(held.task()));
    }

    private void attemptEnded(Signal.Ended ended) {
        Task task = ended.task();
        attemptTimedOut(task); // it may have ended after its limit, before anybody looked at the clock
        TaskState state = of(task);
        if (!state.isRunning() || state.attempt() != ended.attempt() || state.written() != null) {
            Message what = Message.of(ended.outcome() instanceof StepOutcome.Written ? "step.late_value" : "step.late");
            add(task, ended.attempt(), state.last(), new Fact.LateResult(what));
        } else if (ended.outcome() instanceof StepOutcome.Written written) {
            add(task, state.attempt(), state.last(), new Fact.Materialized(written.value()));
            news.add(task);
            settle(task);
        } else if (ended.outcome() instanceof StepOutcome.Judged judged) {
            judged(task, judged.result());
        } else if (ended.outcome() instanceof StepOutcome.Skipped skipped) {
            end(task, State.SKIPPED, Message.of("step.skipped", skipped.why()), state.last());
        } else if (ended.outcome() instanceof StepOutcome.Failed failed) {
            failed(task, State.FAILED, failed.why(), failed.permanent());
        }
    }

    private void judged(Task check, Fact.CheckEvaluated result) {
        long verdict = add(check, of(check).attempt(), of(check).last(), result);
        boolean passed = result.verdict().passed();
        State bad = graph().of(check).blocking() ? State.FAILED : State.WARNED;
        end(check, passed ? State.OK : bad, result.said(), verdict);
    }

    /** Another attempt follows if the asset has one left, else this is the end. */
    private void failed(Task task, State end, Message why, boolean permanent) {
        TaskState state = of(task);
        var retries = graph().of(task).effort().retries();
        if (permanent || !retries.allowsAfter(state.attempt())) {
            Message last = state.attempt() > 1 ? Message.of("step.last_attempt", why, state.attempt()) : why;
            end(task, end, last, state.last());
            return;
        }
        Duration delay = retries.delayAfter(state.attempt());
        Message reason =
                Message.of("step.retries", why, state.attempt() + 1, retries.times() + 1, Durations.text(delay));
        add(task, state.attempt(), state.last(), new Fact.StepChanged(State.WAITING, reason, now.plus(delay), ""));
    }

    /**
     * Publishes an asset once it is written and no check of it is open, or blocks it at the first objection. A check may be
     * lost before the asset that it judges is written: the asset is computed all the same, since it depends on no failure.
     */
    private void settle(Task asset) {
        if (!isUnderAudit(asset)) {
            return;
        }
        Optional<Task> objection = objectionTo(asset);
        if (objection.isPresent()) {
            TaskState check = of(objection.get());
            String name = ((CheckKey) objection.get().step()).name();
            Message why = Message.of("step.blocked", name, check.state().text());
            end(asset, State.BLOCKED, why, check.last());
        } else if (isAudited(asset) && !of(asset).hasFilesToDeliver()) {
            publish(asset);
        }
    }

    /** Files that still have to reach their place keep their asset from being read until they are there. */
    private void publish(Task asset) {
        TaskState state = of(asset);
        if (isAudited(asset)) {
            add(asset, state.attempt(), state.last(), new Fact.Published());
            if (!state.hasFilesToDeliver()) {
                isThere(asset);
            }
        }
    }

    private void delivered(Task asset) {
        TaskState state = of(asset);
        add(asset, state.attempt(), state.last(), new Fact.Delivered());
        if (!state.isEnd()) {
            isThere(asset);
        }
    }

    private void isThere(Task asset) {
        List<Task> warnings = warningsOf(asset);
        if (warnings.isEmpty()) {
            end(asset, State.OK, Message.of("step.published"), of(asset).last());
        } else {
            String names = warnings.stream()
                    .map(check -> ((CheckKey) check.step()).name())
                    .collect(Collectors.joining(", "));
            Message why = Message.of("step.warned", names);
            end(asset, State.WARNED, why, of(warnings.get(0)).last());
        }
    }

    /** Tells the readers of what changed; what waits for a task that will never be there cannot run, and says so at once. */
    private void spread() {
        while (!news.isEmpty()) {
            Task task = news.poll();
            if (task.isCheck()) {
                settle(task.judged());
            }
            graph().readersOf(task).forEach(this::reconsider);
        }
    }

    private void reconsider(Task reader) {
        TaskState state = of(reader);
        if (state.isEnd() || state.attempt() > 0) {
            return;
        }
        Verdict verdict = verdictOn(reader);
        if (verdict.kind() == Verdict.Kind.UPSTREAM_FAILED) {
            Task input = verdict.input().orElseThrow();
            Message why =
                    Message.of("step.above_failed", input, of(input).state().text());
            end(reader, State.UPSTREAM_FAILED, why, of(input).last());
        } else if (verdict.kind() == Verdict.Kind.SKIPPED) {
            Task input = verdict.input().orElseThrow();
            end(
                    reader,
                    State.SKIPPED,
                    Message.of("step.above_skipped", input),
                    of(input).last());
        }
    }

    private void timePassed() {
        if (before.cancel().isPresent() && !before.isOver()) {
            Event cancel = before.cancel().get();
            String by = ((Fact.CancelRequested) cancel.fact()).by();
            cancelAll(Message.of("step.cancelled", by), cancel.seq());
        } else if (before.isTimeUp(now)) {
            Map<Task, TaskState> open = open();
            open.forEach((task, state) -> end(
                    task,
                    state.isBegun() ? State.TIMED_OUT : State.CANCELLED,
                    Message.of("step.run_timed_out"),
                    before.start()));
        } else {
            before.timed().forEach(this::attemptTimedOut);
        }
    }

    private void attemptTimedOut(Task task) {
        TaskState state = of(task);
        if (state.isRunning() && state.until() != null && !now.isBefore(state.until())) {
            Duration limit = Objects.requireNonNull(graph().of(task).effort().timeout());
            failed(task, State.TIMED_OUT, Message.of("step.timed_out", Durations.text(limit)), false);
        }
    }

    /** Whatever has not ended is cancelled at once, without consequences of its own: nothing of the run goes on. */
    private void cancelAll(Message reason, long cause) {
        open().forEach((task, state) -> change(task, State.CANCELLED, reason, cause == 0 ? state.last() : cause));
    }

    /** What ran has crashed; what had not begun lost nothing, and is skipped. No other event of the run led to either. */
    private void processGone(String owner) {
        Message lost = Message.of("step.crashed", owner);
        Message notBegun = Message.of("step.not_begun", owner, run);
        Map<Task, TaskState> open = open();
        long cause = before.start();
        for (Map.Entry<Task, TaskState> begun : open.entrySet()) {
            if (begun.getValue().isBegun()) {
                change(begun.getKey(), State.CRASHED, lost, before.start());
                cause = cause == before.start() ? -drafts.size() : cause;
            }
        }
        for (Map.Entry<Task, TaskState> task : open.entrySet()) {
            if (!task.getValue().isBegun()) {
                change(task.getKey(), State.SKIPPED, notBegun, cause);
            }
        }
        Message reason = Message.of("run.crashed", owner);
        add(null, 0, cause, new Fact.RunEnded(RunStatus.CRASHED, reason));
    }

    /** The tasks that have not ended, in the plan's order. */
    private Map<Task, TaskState> open() {
        Map<Task, TaskState> open = new LinkedHashMap<>();
        before.tasks().keySet().stream().filter(task -> !of(task).isEnd()).forEach(task -> open.put(task, of(task)));
        return open;
    }

    private void end(Task task, State state, Message reason, long cause) {
        change(task, state, reason, cause);
        news.add(task);
    }

    private void change(Task task, State state, Message reason, long cause) {
        add(task, of(task).attempt(), cause, new Fact.StepChanged(state, reason));
    }

    /** Adds a fact, and folds it into what the next rule sees; returns its place among the drafts, below zero. */
    private long add(@Nullable Task task, int attempt, long cause, Fact fact) {
        Event.Draft draft = new Event.Draft(run, task, attempt, cause, fact);
        drafts.add(draft);
        long place = -drafts.size();
        if (task != null) {
            changed.put(task, of(task).after(draft.at(place, now, cause)));
        }
        return place;
    }
}
