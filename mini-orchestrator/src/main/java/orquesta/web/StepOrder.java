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
import orquesta.event.State;
import orquesta.event.StepRecord;

/** The order in which pages name the steps of a run. */
final class StepOrder {
    private static final Set<State> CAUSES = Set.of(State.FAILED, State.CRASHED);

    private StepOrder() {}

    /** As they began, each asset with its checks right below it; what never began comes last. */
    static List<StepRecord> of(Collection<StepRecord> steps) {
        Map<StepKey, StepRecord> byKey = new HashMap<>();
        steps.forEach(step -> byKey.put(step.key(), step));
        return steps.stream()
                .sorted(Comparator.comparingLong(
                                (StepRecord step) -> began(byKey.get(step.key().asset())))
                        .thenComparing(step -> step.key().asset())
                        .thenComparing(step -> step.key().kind())
                        .thenComparingLong(StepOrder::began)
                        .thenComparing(StepRecord::key))
                .toList();
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
