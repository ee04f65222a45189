package orquesta.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.asset.StepKey;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.plan.Plan;
import orquesta.text.Message;

/** The steps of one run in the plan's order, who waits for whom, and what they amount to. */
final class Steps {
    private final Map<StepKey, Progress> all = new LinkedHashMap<>();
    private final Map<AssetKey, List<Progress>> readers = new TreeMap<>();

    Steps(Plan plan) {
        plan.steps().forEach(step -> all.put(step.key(), new Progress(step.key())));
        for (Progress step : all.values()) {
            if (step.key instanceof CheckKey check) {
                of(check.asset()).openChecks.add(check);
            }
            for (AssetKey read : plan.readsOf(step.key)) {
                if (all.containsKey(read) && step.waitsFor.add(read)) {
                    readers.computeIfAbsent(read, key -> new ArrayList<>()).add(step);
                }
            }
        }
    }

    Progress of(StepKey key) {
        return Objects.requireNonNull(all.get(key));
    }

    Collection<Progress> all() {
        return all.values();
    }

    /** The steps that wait for an asset: the assets that read it, and the checks. */
    List<Progress> readersOf(Progress step) {
        return readers.getOrDefault(step.key.asset(), List.of());
    }

    boolean haveEnded() {
        return all.values().stream().allMatch(step -> step.state.isEnd());
    }

    boolean has(State state) {
        return all.values().stream().anyMatch(step -> step.state == state);
    }

    /** What a run amounts to whose steps are in these states, if none of them failed. */
    RunStatus status() {
        if (has(State.CANCELLED)) {
            return RunStatus.CANCELLED;
        }
        return has(State.BLOCKED) ? RunStatus.BLOCKED : has(State.WARNED) ? RunStatus.WARNED : RunStatus.OK;
    }

    /** How many steps ended how: {@code 3 ok, 1 failed, 2 upstream_failed}. */
    Message counts() {
        Map<String, Long> counts = all.values().stream()
                .collect(Collectors.groupingBy(step -> step.state.text(), TreeMap::new, Collectors.counting()));
        String text = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return Message.of("run.counts", text);
    }
}
