package orquesta.daemon;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import orquesta.Orchestrator;
import orquesta.alert.Alert;
import orquesta.alert.Occasion;
import orquesta.asset.AssetKey;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.schedule.Tick;
import orquesta.schedule.Timing;
import orquesta.store.AlertQueries;
import orquesta.store.TriggerQueries;
import orquesta.text.Message;
import orquesta.text.Moments;

/**
 * Judges whether assets were there by their deadlines. Each deadline is a tick of its alert: judged once, whoever watches, and
 * remembered with what was found. A daemon that comes late judges the newest deadline by what was published before it.
 *
 * @param tell gets a line for each deadline that was missed
 */
record Deadlines(Orchestrator orchestrator, Consumer<Object> tell) {
    /** Judges what is due at a moment; says when the next deadline comes. */
    Instant judge(Pipeline pipeline, Instant now) {
        Instant next = Instant.MAX;
        for (Alert alert : pipeline.alerts()) {
            TriggerId id = new TriggerId(pipeline.name(), alert.name());
            ScheduleState state = state(id, now);
            if (alert.occasion() instanceof Occasion.Late late) {
                Instant comes = judge(late, id, state, now);
                next = comes.isBefore(next) ? comes : next;
            }
        }
        return next;
    }

    /** An alert that is new counts from now on. */
    private ScheduleState state(TriggerId id, Instant now) {
        ScheduleState state = ScheduleState.of(new TriggerQueries(orchestrator.history()).newest(id));
        if (!state.set().timing().equals(id.name())) {
            orchestrator.record(id, new Fact.ScheduleSet(id.name(), now, state.on()));
            state = ScheduleState.of(new TriggerQueries(orchestrator.history()).newest(id));
        }
        return state;
    }

    private Instant judge(Occasion.Late late, TriggerId id, ScheduleState state, Instant now) {
        Timing timing = late.timing();
        List<Tick> passed = timing.after(state.handled())
                .takeWhile(tick -> !tick.due().isAfter(now))
                .toList();
        if (passed.isEmpty()) {
            return timing.next(state.handled()).due();
        }
        Tick newest = passed.get(passed.size() - 1);
        Fact.Ticked verdict = verdict(late, id.pipeline(), newest, timing.zone());
        if (orchestrator.record(id, verdict) && verdict.state() == State.FAILED) {
            String due = Moments.text(newest.due(), timing.zone());
            tell.accept(Message.of("tick.line", due, late.text(), verdict.reason()));
        }
        return timing.next(newest.due()).due();
    }

    private Fact.Ticked verdict(Occasion.Late late, String pipeline, Tick deadline, ZoneId zone) {
        Instant midnight =
                deadline.asked().get(0).toLocalDate().atStartOfDay(zone).toInstant();
        Optional<Instant> published = new AlertQueries(orchestrator.history())
                .lastPublished(pipeline, new AssetKey(late.asset()), deadline.due());
        Message last = published
                .map(at -> Message.of("alert.last_published", Moments.text(at, zone)))
                .orElseGet(() -> Message.of("alert.never_published"));
        boolean inTime = published.filter(at -> !at.isBefore(midnight)).isPresent();
        String said = inTime ? "alert.in_time" : "alert.late";
        Message reason = Message.of(said, late.asset(), late.time(), last);
        return new Fact.Ticked(deadline.due(), deadline.asked(), inTime ? State.OK : State.FAILED, reason);
    }
}
