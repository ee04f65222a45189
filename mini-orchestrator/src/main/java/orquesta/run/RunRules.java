package orquesta.run;

import java.util.List;
import java.util.stream.Collectors;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.plan.PlannedTask;
import orquesta.text.Message;

/** What follows for the run as a whole: how it begins, and all that ends it before its tasks have ended by themselves. */
final class RunRules {
    private final Drafts facts;

    RunRules(Drafts facts) {
        this.facts = facts;
    }

    void begin(Fact.RunStarted started) {
        long start = facts.add(null, 0, 0, started);
        for (PlannedTask planned : facts.graph().tasks()) {
            Task task = planned.task();
            if (planned.reused() != null) {
                facts.change(task, State.REUSED, Message.of("step.reused", planned.reused()), start);
            } else if (facts.verdictOn(task).kind() == TaskStates.Verdict.Kind.READY) {
                facts.change(task, State.PLANNED, planned.why(), start);
            } else {
                String names = planned.waitsFor().stream().map(Task::text).collect(Collectors.joining(", "));
                facts.change(task, State.WAITING, Message.of("step.waits", names), start);
            }
        }
    }

    void cancelAsked(String by) {
        long cause = facts.add(null, 0, facts.before.start(), new Fact.CancelRequested(by));
        cancelAll(Message.of("step.cancelled", by), cause);
    }

    /** A request that another process recorded, or the time of the run as a whole. */
    void timePassed() {
        if (facts.before.cancel().isPresent() && !facts.before.isOver()) {
            Event cancel = facts.before.cancel().get();
            String by = ((Fact.CancelRequested) cancel.fact()).by();
            cancelAll(Message.of("step.cancelled", by), cancel.seq());
        } else if (facts.before.isTimeUp(facts.now)) {
            facts.open()
                    .forEach((task, state) -> facts.change(
                            task,
                            state.isBegun() ? State.TIMED_OUT : State.CANCELLED,
                            Message.of("step.run_timed_out"),
                            facts.before.start()));
        }
    }

    void cannotGoOn(Message why) {
        cancelAll(why, 0);
        facts.add(null, 0, 0, new Fact.RunEnded(RunStatus.FAILED, why));
    }

    void allDone(Message interrupted) {
        cancelAll(interrupted, 0);
        facts.add(null, 0, 0, new RunEnding(facts, facts.before).ended(interrupted, facts.now));
    }

    /** Whatever has not ended is cancelled at once, without consequences of its own: nothing of the run goes on. */
    private void cancelAll(Message reason, long cause) {
        facts.open()
                .forEach((task, state) ->
                        facts.change(task, State.CANCELLED, reason, cause == 0 ? state.last() : cause));
    }

    /** What ran has crashed; what had not begun lost nothing, and is skipped. No other event of the run led to either. */
    void processGone(String owner) {
        Message lost = Message.of("step.crashed", owner);
        Message notBegun = Message.of("step.not_begun", owner, facts.run);
        List<Task> begun = facts.open().keySet().stream()
                .filter(task -> facts.of(task).isBegun())
                .toList();
        long cause = begun.isEmpty() ? facts.before.start() : -facts.all().size() - 1;
        begun.forEach(task -> facts.change(task, State.CRASHED, lost, facts.before.start()));
        facts.open().forEach((task, state) -> facts.change(task, State.SKIPPED, notBegun, cause));
        Message reason = Message.of("run.crashed", owner);
        facts.add(null, 0, cause, new Fact.RunEnded(RunStatus.CRASHED, reason));
    }
}
