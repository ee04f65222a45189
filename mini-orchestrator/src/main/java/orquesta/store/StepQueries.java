package orquesta.store;

import java.util.List;
import java.util.Optional;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.Pin;
import orquesta.event.RunRecord;

/** What is asked of a step by its name, in whichever pipeline it is. */
public final class StepQueries {
    private final History history;

    public StepQueries(History history) {
        this.history = history;
    }

    /** The newest run that had a step of this key. */
    public Optional<RunRecord> lastRunOf(StepKey step) {
        return lastRunOf(Task.of(step));
    }

    /** The newest run that had this task; without a partition, the step in any. */
    public Optional<RunRecord> lastRunOf(Task task) {
        return history.one(
                History.RUN + "where run = (select max(run) from step where step = ?1 and (?2 = '' or partition = ?2))",
                history.rows::run,
                task.step().text(),
                task.partition());
    }

    /** Every step that any run had, by name: each is looked for after the one before, since SQLite would read them all. */
    public List<String> names() {
        return history.all(
                "with recursive name (step) as (select min(step) from step union all"
                        + " select (select min(step) from step where step > name.step) from name where step is not null)"
                        + " select step from name where step is not null",
                result -> result.getString(1));
    }

    /** A published value, and whose it is. */
    public record Published(Task task, Pin pin) {}

    /** The newest published value of an asset in any pipeline; of a partition if one is named. */
    public Optional<Published> newest(Task task) {
        return history.one(
                "select partition, seq, pipeline, run, value from materialization where asset = ?1 and (?2 = '' or partition = ?2)"
                        + " and published is not null order by published desc limit 1",
                row -> new Published(new Task(task.step(), row.getString("partition")), history.rows.pin(row)),
                task.asset().name(),
                task.partition());
    }
}
