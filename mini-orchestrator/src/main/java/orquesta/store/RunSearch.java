package orquesta.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;

/**
 * Which runs of a pipeline somebody wants to see. Each combination has an index of its own, so that what is rare among a hundred
 * thousand runs is found as fast as what is common.
 *
 * @param status only those that stand so; null for any
 * @param job only those of this job; empty for any
 * @param tick only those that ticks of this instant started; null for any
 */
public record RunSearch(
        String pipeline,
        @Nullable RunStatus status,
        String job,
        @Nullable Instant tick) {
    /** Whether it leaves nothing out. */
    public boolean isAll() {
        return status == null && job.isEmpty() && tick == null;
    }

    /** Those older than {@code before}, newest first, at most so many. */
    public List<RunRecord> find(History history, long before, int limit) {
        StringBuilder sql = new StringBuilder(History.RUN + index() + "where pipeline = ?");
        List<Object> values = new ArrayList<>(List.of(pipeline));
        if (tick != null) {
            sql.append(" and tick = ?");
            values.add(tick.toEpochMilli());
        }
        if (!job.isEmpty()) {
            sql.append(" and job = ?");
            values.add(job);
        }
        if (status != null) {
            sql.append(" and status = ?");
            values.add(status.text());
        }
        sql.append(" and run < ? order by run desc limit ?");
        values.add(before);
        values.add(limit);
        return history.all(sql.toString(), history.rows::run, values.toArray());
    }

    /**
     * Named, since SQLite, which counts no rows here, would walk through all runs of the pipeline.
     *
     * @see <a href="https://www.sqlite.org/lang_indexedby.html">INDEXED BY</a>
     */
    private String index() {
        if (tick != null) {
            return "indexed by run_tick ";
        }
        if (!job.isEmpty()) {
            return status == null ? "indexed by run_job " : "indexed by run_job_status ";
        }
        return status == null ? "" : "indexed by run_status ";
    }
}
