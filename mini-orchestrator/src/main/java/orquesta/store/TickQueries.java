package orquesta.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.TriggerId;

/** What pages ask about the ticks of schedules, by index. */
public final class TickQueries {
    private final History history;

    public TickQueries(History history) {
        this.history = history;
    }

    /**
     * A tick that was decided.
     *
     * @param run the run that it started; null if it started none
     */
    public record Past(Fact.Ticked ticked, @Nullable RunRecord run) {}

    /** The ticks of a schedule later than one instant and no later than another, the newest first, at most so many. */
    public List<Past> between(TriggerId schedule, Instant after, Instant until, int limit) {
        return history
                .all(
                        "select event.* from tick join event on event.seq = tick.seq where tick.pipeline = ?"
                                + " and tick.schedule = ? and due > ? and due <= ? order by due desc limit ?",
                        history.rows.events(),
                        schedule.pipeline(),
                        schedule.name(),
                        after.toEpochMilli(),
                        until.toEpochMilli(),
                        limit)
                .stream()
                .map(event -> new Past((Fact.Ticked) event.fact(), runOf(event).orElse(null)))
                .toList();
    }

    /** The newest ticks of a schedule, the newest first, at most so many. */
    public List<Event> last(TriggerId trigger, int limit) {
        return history.all(
                "select event.* from tick join event on event.seq = tick.seq where tick.pipeline = ? and tick.schedule = ?"
                        + " order by due desc limit ?",
                history.rows.events(),
                trigger.pipeline(),
                trigger.name(),
                limit);
    }

    /** The first decided tick of a schedule that is no earlier than an instant. */
    public Optional<Past> from(TriggerId schedule, Instant due) {
        return first("and due >= ? order by due limit 1", schedule, due);
    }

    /** The newest decided tick of a schedule. */
    public Optional<Past> newest(TriggerId schedule) {
        return first("and due >= ? order by due desc limit 1", schedule, Instant.EPOCH);
    }

    private Optional<Past> first(String which, TriggerId schedule, Instant due) {
        return history
                .all(
                        "select event.* from tick join event on event.seq = tick.seq where tick.pipeline = ?"
                                + " and tick.schedule = ? " + which,
                        history.rows.events(),
                        schedule.pipeline(),
                        schedule.name(),
                        due.toEpochMilli())
                .stream()
                .map(event -> new Past((Fact.Ticked) event.fact(), runOf(event).orElse(null)))
                .findFirst();
    }

    /** How a schedule was written, and switched on and off, in order. */
    public List<Event> settings(TriggerId schedule) {
        return history.all(
                "select * from event where pipeline = ? and \"trigger\" = ? and \"trigger\" <> ''"
                        + " and type = 'schedule_set' order by seq",
                history.rows.events(),
                schedule.pipeline(),
                schedule.name());
    }

    /** Schedules that are due together have an instant in common: the first event of a run says which tick led to it. */
    private Optional<RunRecord> runOf(Event tick) {
        Fact.Ticked ticked = (Fact.Ticked) tick.fact();
        return history
                .all(
                        History.RUN
                                + "indexed by run_tick where pipeline = ? and tick = ? and ? = (select cause from event"
                                + " where event.run = run.run order by seq limit 1)",
                        history.rows::run,
                        tick.subject().pipeline(),
                        ticked.due().toEpochMilli(),
                        tick.seq())
                .stream()
                .findFirst();
    }
}
