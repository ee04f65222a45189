package orquesta.web;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orquesta.RunRequest;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.partition.PartitionChoice;
import orquesta.selection.Selection;

/**
 * What somebody wants to run.
 *
 * @param select a selection as it was typed
 * @param job the job that it was filled in from; empty if none
 * @param partition the partitions as they were typed: {@code 2026-11-28}, {@code 2026-11-01..2026-11-07}; empty if none
 * @param needed whether only what is missing of them, or out of date, is wanted
 * @param chaos the faults that are asked for, as they were typed; empty if none
 */
record RunWish(String select, String job, String partition, boolean needed, String chaos) {
    /**
     * Reads a form. A job that is named alone stands for its selection; one whose selection was changed since is no longer
     * meant.
     *
     * @param form what stands in a field of this name; null if it has none
     */
    static RunWish of(@Nullable Pipeline pipeline, Function<String, @Nullable String> form) {
        String select = form.apply("select");
        String name = Objects.requireNonNullElse(form.apply("job"), "");
        String partition = text(form, "partition");
        String chaos = text(form, "chaos");
        boolean needed = form.apply("needed") != null;
        Job known = pipeline == null ? null : pipeline.jobs().get(name);
        String typed = Objects.requireNonNullElse(select, "").strip();
        if (known == null) {
            return new RunWish(typed, "", partition, needed, chaos);
        }
        String meant = known.selection().text();
        if (select == null) {
            return new RunWish(meant, name, partition, needed, chaos);
        }
        return new RunWish(typed, meant.equals(typed) ? name : "", partition, needed, chaos);
    }

    private static String text(Function<String, @Nullable String> form, String name) {
        return Objects.requireNonNullElse(form.apply(name), "").strip();
    }

    /** As many tasks at once as there are processors; as a job with what the job says of retries, pools and time. */
    RunRequest request(Clock clock) {
        RunRequest request = new RunRequest(
                Selection.parse(select), job, clock, Runtime.getRuntime().availableProcessors());
        return request.in(new PartitionChoice(partition, needed, clock.instant()));
    }
}
