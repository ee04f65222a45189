package orquesta.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.asset.CheckKey;
import orquesta.asset.Effort;
import orquesta.asset.RetryPolicy;
import orquesta.asset.Task;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.plan.PlannedTask;
import orquesta.text.Durations;
import orquesta.text.Message;

/**
 * What follows for tasks. An asset is written, audited by its checks, then published; only then do the assets below it
 * start. A failure marks all that is below at once and stops nothing else.
 */
final class TaskRules {
    private final Drafts facts;
    /** Tasks whose readers have not heard yet what became of them. */
    private final Deque<Task> news = new ArrayDeque<>();

    TaskRules(Drafts facts) {
        this.facts = facts;
    }

    /** Begins tasks that are ready once all this has happened: checks first, since they let something be published. */
    void begin(Signal.Free free) {
        Map<Task, Long> fresh = facts.freshlyReady();
        Stream<Task> checks = fresh.keySet().stream().filter(Task::isCheck);
        Stream<Task> assets = fresh.keySet().stream().filter(task -> !task.isCheck());
        Stream.concat(Stream.concat(checks, facts.before.ready(facts.now)), assets)
                .filter(free.mayBegin())
                .filter(task -> !facts.of(task).isEnd() && !facts.of(task).isRunning())
                .limit(free.places())
                .toList()
                .forEach(task -> begin(task, fresh.getOrDefault(task, facts.before.readyBy(task))));
    }

    private void begin(Task task, long cause) {
        TaskState state = facts.of(task);
        Effort effort = facts.graph().of(task).effort();
        Instant limit = effort.timeout() == null ? null : facts.now.plus(effort.timeout());
        int attempt = state.attempt() + 1;
        Message reason = attempt == 1 ? Message.of("step.runs") : Message.of("step.runs_again", attempt);
        facts.add(task, attempt, cause, new Fact.StepChanged(State.RUNNING, reason, limit, effort.pool()));
    }

    void hold(Signal.Held held) {
        Message reason = held.pool().isEmpty()
                ? Message.of("step.held", held.holder(), held.task().asset())
                : Message.of("step.held_pool", held.pool(), held.holder());
        facts.change(held.task(), State.WAITING, reason, facts.before.readyBy(held.task()));
    }

    void attemptEnded(Signal.Ended ended) {
        Task task = ended.task();
        attemptTimedOut(task); // it may have ended after its limit, before anybody looked at the clock
        TaskState state = facts.of(task);
        if (!state.isRunning() || state.attempt() != ended.attempt() || state.written() != null) {
            Message what = Message.of(ended.outcome() instanceof StepOutcome.Written ? "step.late_value" : "step.late");
            facts.add(task, ended.attempt(), state.last(), new Fact.LateResult(what));
        } else if (ended.outcome() instanceof StepOutcome.Written written) {
            facts.add(task, state.attempt(), state.last(), new Fact.Materialized(written.value()));
            news.add(task);
            settle(task);
        } else if (ended.outcome() instanceof StepOutcome.Judged judged) {
            judged(task, judged.result());
        } else if (ended.outcome() instanceof StepOutcome.Elsewhere other) {
            endedElsewhere(task, other);
        } else if (ended.outcome() instanceof StepOutcome.Skipped skipped) {
            String key = skipped.why().isEmpty() ? "step.skipped_silently" : "step.skipped";
            end(task, State.SKIPPED, Message.of(key, skipped.why()));
        } else if (ended.outcome() instanceof StepOutcome.Failed failed) {
            failed(task, State.FAILED, failed.why(), failed.permanent());
        }
    }

    private void judged(Task check, Fact.CheckEvaluated result) {
        long verdict =
                facts.add(check, facts.of(check).attempt(), facts.of(check).last(), result);
        boolean passed = result.verdict().passed();
        State bad = result.verdict().blocking() ? State.FAILED : State.WARNED;
        end(check, passed ? State.OK : bad, result.said(), verdict);
    }

    /** The checks of a value that is reused have judged it where it was made. */
    private void endedElsewhere(Task asset, StepOutcome.Elsewhere other) {
        long begun = facts.of(asset).last();
        end(asset, other.state(), other.why(), begun);
        facts.graph().checksOf(asset).stream()
                .map(PlannedTask::task)
                .filter(check ->
                        other.state() == State.REUSED && !facts.of(check).isEnd())
                .forEach(check -> end(check, State.REUSED, other.why(), begun));
    }

    /** Another attempt follows if the asset has one left, else this is the end. */
    private void failed(Task task, State end, Message why, boolean permanent) {
        TaskState state = facts.of(task);
        RetryPolicy retries = facts.graph().of(task).effort().retries();
        if (permanent || !retries.allowsAfter(state.attempt())) {
            Message last = state.attempt() > 1 ? Message.of("step.last_attempt", why, state.attempt()) : why;
            end(task, end, last);
            return;
        }
        Duration delay = retries.delayAfter(state.attempt());
        Message reason =
                Message.of("step.retries", why, state.attempt() + 1, retries.times() + 1, Durations.text(delay));
        Instant due = facts.now.plus(delay);
        facts.add(task, state.attempt(), state.last(), new Fact.StepChanged(State.WAITING, reason, due, ""));
    }

    void attemptTimedOut(Task task) {
        TaskState state = facts.of(task);
        if (state.isRunning() && state.until() != null && !facts.now.isBefore(state.until())) {
            Duration limit =
                    Objects.requireNonNull(facts.graph().of(task).effort().timeout());
            failed(task, State.TIMED_OUT, Message.of("step.timed_out", Durations.text(limit)), false);
        }
    }

    /**
     * Publishes an asset once it is written and no check of it is open, or blocks it at the first objection. A check may be
     * lost before the asset that it judges is written: the asset is computed all the same, since it depends on no failure.
     */
    private void settle(Task asset) {
        if (!facts.isUnderAudit(asset)) {
            return;
        }
        Optional<Task> objection = facts.objectionTo(asset);
        if (objection.isPresent()) {
            TaskState check = facts.of(objection.get());
            String name = ((CheckKey) objection.get().step()).name();
            Message why = Message.of("step.blocked", name, check.state().text());
            end(asset, State.BLOCKED, why, check.last());
        } else if (facts.isAudited(asset) && !facts.of(asset).isOutsideTheStore()) {
            publish(asset);
        }
    }

    /** Files that still have to reach their place keep their asset from being read until they are there. */
    void publish(Task asset) {
        TaskState state = facts.of(asset);
        if (facts.isAudited(asset)) {
            facts.add(asset, state.attempt(), state.last(), new Fact.Published());
            if (state.value().delivery() == null) {
                isThere(asset);
            }
        }
    }

    void delivered(Task asset) {
        TaskState state = facts.of(asset);
        facts.add(asset, state.attempt(), state.last(), new Fact.Delivered());
        if (!state.isEnd()) {
            isThere(asset);
        }
    }

    private void isThere(Task asset) {
        List<Task> warnings = facts.warningsOf(asset);
        if (warnings.isEmpty()) {
            end(asset, State.OK, Message.of("step.published"));
        } else {
            String names = warnings.stream()
                    .map(check -> ((CheckKey) check.step()).name())
                    .collect(Collectors.joining(", "));
            Message why = Message.of("step.warned", names);
            end(asset, State.WARNED, why, facts.of(warnings.get(0)).last());
        }
    }

    /** Tells the readers of what changed; what waits for a task that will never be there cannot run, and says so at once. */
    void spread() {
        while (!news.isEmpty()) {
            Task task = news.poll();
            if (task.isCheck()) {
                settle(task.judged());
            }
            facts.graph().readersOf(task).forEach(this::reconsider);
        }
    }

    private void reconsider(Task reader) {
        TaskState state = facts.of(reader);
        if (state.isEnd() || state.attempt() > 0) {
            return;
        }
        TaskStates.Verdict verdict = facts.verdictOn(reader);
        if (verdict.kind() == TaskStates.Verdict.Kind.UPSTREAM_FAILED) {
            Task input = verdict.input().orElseThrow();
            Message why = Message.of(
                    "step.above_failed", input, facts.of(input).state().text());
            end(reader, State.UPSTREAM_FAILED, why, facts.of(input).last());
        } else if (verdict.kind() == TaskStates.Verdict.Kind.SKIPPED) {
            Task input = verdict.input().orElseThrow();
            Message why = Message.of("step.above_skipped", input);
            end(reader, State.SKIPPED, why, facts.of(input).last());
        }
    }

    /** Ends what its own last event led to. */
    void end(Task task, State state, Message reason) {
        end(task, state, reason, facts.of(task).last());
    }

    private void end(Task task, State state, Message reason, long cause) {
        facts.change(task, state, reason, cause);
        news.add(task);
    }
}
