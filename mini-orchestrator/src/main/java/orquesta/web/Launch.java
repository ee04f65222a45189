package orquesta.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orquesta.plan.Plan;
import orquesta.plan.PlannedTask;
import orquesta.text.Problem;

/**
 * What the button would start.
 *
 * @param job the job whose run it would be; empty if it is a selection alone
 * @param partition the partitions that were typed; null where no asset has any
 * @param needed whether only what is missing of them, or out of date, is wanted
 * @param chaos the faults that were typed; null where none may be asked for
 * @param plan null where it cannot be planned
 * @param problems why it cannot
 */
public record Launch(
        String job,
        @Nullable String partition,
        boolean needed,
        @Nullable String chaos,
        @Nullable Plan plan,
        List<Problem> problems) {
    /** More lines would push the graph out of sight; {@code ./kit plan} shows all. */
    private static final int LINES = 100;

    static final Launch NOTHING = new Launch("", null, false, null, null, List.of());

    /** Tasks that can run side by side, the first wave first; at most so many lines in all. */
    public List<List<PlannedTask>> waves() {
        Map<Integer, List<PlannedTask>> waves = new TreeMap<>();
        if (plan != null) {
            plan.tasks().stream()
                    .limit(LINES)
                    .forEach(task -> waves.computeIfAbsent(task.wave(), wave -> new ArrayList<>())
                            .add(task));
        }
        return List.copyOf(waves.values());
    }

    /** How many tasks are not shown. */
    public int left() {
        return plan == null ? 0 : Math.max(0, plan.tasks().size() - LINES);
    }

    /** The published values that it reads: {@code ventas (run 3), productos (run 2)}. */
    public String pins(Look look) {
        TreeSet<String> read = new TreeSet<>();
        if (plan != null) {
            plan.pins().forEach((task, pin) -> read.add(look.say("web.pin", task.text(), pin.run())));
        }
        return String.join(", ", read);
    }
}
