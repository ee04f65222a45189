package orquesta.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import orquesta.asset.AssetKey;
import orquesta.event.Event;

/** What is asked by who tells people, by index: what ended, what was late, who was told already. */
public final class AlertQueries {
    private final History history;

    public AlertQueries(History history) {
        this.history = history;
    }

    /** What ended in a pipeline after an event, in order, at most so much: runs, and ticks. */
    public List<Event> endsAfter(String pipeline, long seq, int limit) {
        return history.all(
                "select * from event where seq > ?2 and pipeline = ?1 and type in ('run_ended', 'ticked')"
                        + " order by seq limit ?3",
                history.rows.events(),
                pipeline,
                seq,
                limit);
    }

    /** What was sent of some runs, or could not be, in order. */
    public List<ToldRun> told(long firstRun, long lastRun) {
        Reader.Row<Event> events = history.rows.events();
        return history.all(
                "select alert.*, run.run as told from run join event alert indexed by event_alerted"
                        + " on alert.type = 'alerted' and alert.cause = (select seq from event where event.run = run.run"
                        + " and type = 'run_ended' order by seq desc limit 1) where run.run between ? and ? order by alert.seq",
                row -> new ToldRun(row.getLong("told"), events.read(row)),
                firstRun,
                lastRun);
    }

    /** Somebody was told of a run, or could not be: a fact {@code Alerted}. */
    public record ToldRun(long run, Event alert) {}

    /** When the newest value of an asset was published that had been by a moment; empty if none had. */
    public Optional<Instant> lastPublished(String pipeline, AssetKey asset, Instant by) {
        return history.one(
                "select event.at from materialization m join event on event.seq = m.published where m.pipeline = ?1"
                        + " and m.asset = ?2 and m.published is not null and event.at <= ?3 order by m.published desc limit 1",
                result -> Instant.ofEpochMilli(result.getLong(1)),
                pipeline,
                asset.name(),
                by.toEpochMilli());
    }
}
