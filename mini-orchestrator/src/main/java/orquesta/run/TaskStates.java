package orquesta.run;

import java.util.List;
import java.util.Optional;
import orquesta.asset.Task;
import orquesta.event.State;
import orquesta.plan.PlannedTask;
import orquesta.plan.TaskGraph;

/**
 * The rules that say what the states of some tasks mean for others. End states do not depend on timing: whichever input
 * ends first, the same is decided in the end.
 */
interface TaskStates {
    TaskGraph graph();

    TaskState of(Task task);

    /** What a task may do now, and which of its inputs says so. */
    record Verdict(Kind kind, Optional<Task> input) {
        enum Kind {
            /** All that it reads is there. */
            READY,
            /** Something that it reads is still to come. */
            WAITS,
            /** Something that it reads will never be there. */
            UPSTREAM_FAILED,
            /** Something that it reads was skipped, and nothing else can fail any more. */
            SKIPPED
        }
    }

    /** What the inputs of a task that has not begun mean for it. */
    default Verdict verdictOn(Task task) {
        Optional<Task> skipped = Optional.empty();
        boolean waits = false;
        for (Task input : graph().of(task).waitsFor()) {
            TaskState state = of(input);
            if (isThere(task, state)) {
                continue;
            }
            if (!state.isEnd()) {
                waits = true;
            } else if (state.state() == State.SKIPPED) {
                skipped = skipped.or(() -> Optional.of(input));
            } else {
                return new Verdict(Verdict.Kind.UPSTREAM_FAILED, Optional.of(input));
            }
        }
        Verdict.Kind kind = skipped.isPresent() ? Verdict.Kind.SKIPPED : Verdict.Kind.READY;
        return new Verdict(waits ? Verdict.Kind.WAITS : kind, skipped);
    }

    /** A check sees what its run has written, an asset what is published. */
    private static boolean isThere(Task reader, TaskState input) {
        return reader.isCheck() ? input.isWritten() : input.state().isGood();
    }

    /** Whether the value of an asset is written and neither published nor refused. */
    default boolean isUnderAudit(Task asset) {
        TaskState state = of(asset);
        return state.written() != null && !state.published() && !state.isEnd();
    }

    /** The first blocking check of an asset that ended without passing. */
    default Optional<Task> objectionTo(Task asset) {
        return graph().checksOf(asset).stream()
                .filter(PlannedTask::blocking)
                .map(PlannedTask::task)
                .filter(check -> of(check).isEnd() && !of(check).state().isGood())
                .findFirst();
    }

    /** The checks of an asset that warn: they ended without passing, and do not block. */
    default List<Task> warningsOf(Task asset) {
        return graph().checksOf(asset).stream()
                .filter(check -> !check.blocking() || of(check.task()).state() == State.WARNED)
                .map(PlannedTask::task)
                .filter(check -> of(check).state() != State.OK && of(check).state() != State.REUSED)
                .sorted()
                .toList();
    }

    /** Whether every check of an asset has ended and none objects: it may be published. */
    default boolean isAudited(Task asset) {
        return isUnderAudit(asset)
                && graph().checksOf(asset).stream()
                        .allMatch(check -> of(check.task()).isEnd())
                && objectionTo(asset).isEmpty();
    }
}
