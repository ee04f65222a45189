package orquesta.web;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orquesta.RunRequest;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.selection.Selection;

/**
 * What somebody wants to run.
 *
 * @param select a selection as it was typed
 * @param job the job that it was filled in from; empty if none
 */
record RunWish(String select, String job) {
    /** A job that is named alone stands for its selection; one whose selection was changed since is no longer meant. */
    static RunWish of(@Nullable Pipeline pipeline, @Nullable String select, @Nullable String job) {
        String name = Objects.requireNonNullElse(job, "");
        Job known = pipeline == null ? null : pipeline.jobs().get(name);
        String typed = Objects.requireNonNullElse(select, "").strip();
        if (known == null) {
            return new RunWish(typed, "");
        }
        String meant = known.selection().text();
        if (select == null) {
            return new RunWish(meant, name);
        }
        return new RunWish(typed, meant.equals(typed) ? name : "");
    }

    /** As many tasks at once as there are processors; as a job with what the job says of retries, pools and time. */
    RunRequest request(Clock clock) {
        return new RunRequest(
                Selection.parse(select), job, clock, Runtime.getRuntime().availableProcessors());
    }
}
