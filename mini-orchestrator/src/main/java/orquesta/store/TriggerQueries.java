package orquesta.store;

import java.util.List;
import orquesta.asset.AssetKey;
import orquesta.event.Event;
import orquesta.event.TriggerId;

/** What schedules and sensors are told of the past, by index: what they did, and what happened that they watch. */
public final class TriggerQueries {
    private final History history;

    public TriggerQueries(History history) {
        this.history = history;
    }

    /** The newest event of each kind of a schedule, in order, of its ticks the last: enough to know what it does next. */
    public List<Event> newest(TriggerId trigger) {
        return history.all(
                "select * from event where seq in (" + newest("schedule_set") + newest("sensed") + newest("alerted")
                        + "select * from (select seq from tick where pipeline = ?1 and schedule = ?2"
                        + " order by due desc limit 1)) order by seq",
                history.rows.events(),
                trigger.pipeline(),
                trigger.name());
    }

    /** Each kind by its name: SQLite would walk through all events of the trigger for a {@code group by type}. */
    private static String newest(String type) {
        return "select max(seq) from event where pipeline = ?1 and \"trigger\" = ?2 and \"trigger\" <> '' and type = '"
                + type + "' union all ";
    }

    /** The newest things that a sensor told, the newest first, at most so many. */
    public List<Event> sensed(TriggerId trigger, int limit) {
        return history.all(
                "select event.* from sensed join event on event.seq = sensed.seq where sensed.pipeline = ? and sensor = ?"
                        + " order by number desc limit ?",
                history.rows.events(),
                trigger.pipeline(),
                trigger.name(),
                limit);
    }

    /** The number of the newest run of a job that ended well; 0 if none did. */
    public long lastWell(String pipeline, String job) {
        return history.one(
                        "select coalesce(max(run), 0) from run where pipeline = ? and job = ? and status in ('ok', 'warned')",
                        result -> result.getLong(1),
                        pipeline,
                        job)
                .orElseThrow();
    }

    /** The newest event by which any partition of an asset was published; 0 before the first. */
    public long lastPublished(String pipeline, AssetKey asset) {
        return history.one(
                        "select coalesce(max(published), 0) from materialization where asset = ? and published is not null"
                                + " and pipeline = ?",
                        result -> result.getLong(1),
                        asset.name(),
                        pipeline)
                .orElseThrow();
    }
}
