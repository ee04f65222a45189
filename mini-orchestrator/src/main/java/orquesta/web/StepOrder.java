package orquesta.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.State;
import orquesta.event.StepRecord;

/** The order in which pages name the steps of a run. */
final class StepOrder {
    private static final Set<State> CAUSES = Set.of(State.FAILED, State.CRASHED);

    private StepOrder() {}

    /** As they began, each asset with its checks right below it; what never began comes last. */
    static List<StepRecord> of(Collection<StepRecord> steps) {
        Map<Task, StepRecord> byTask = new HashMap<>();
        steps.forEach(step -> byTask.put(step.task(), step));
        return steps.stream()
                .sorted(Comparator.comparingLong((StepRecord step) ->
                                began(byTask.get(step.task().judged())))
                        .thenComparing(step -> step.task().judged())
                        .thenComparing(step -> step.key().kind())
                        .thenComparingLong(StepOrder::began)
                        .thenComparing(StepRecord::task))
                .toList();
    }

    /** For each step the record that its node shows: of its partitions the first that is not well, else the last. */
    static Map<StepKey, StepRecord> shown(Collection<StepRecord> steps) {
        Map<StepKey, StepRecord> shown = new HashMap<>();
        steps.forEach(step ->
                shown.merge(step.key(), step, (first, then) -> first.state().isGood() ? then : first));
        return shown;
    }

    /** Those that failed by themselves, from which the rest followed. */
    static Stream<StepRecord> causes(Collection<StepRecord> steps) {
        return of(steps).stream().filter(StepOrder::isCause);
    }

    static boolean isCause(StepRecord step) {
        return CAUSES.contains(step.state());
    }

    private static long began(@Nullable StepRecord step) {
        return step == null || step.times().started() == null
                ? Long.MAX_VALUE
                : step.times().started().toEpochMilli();
    }
}
