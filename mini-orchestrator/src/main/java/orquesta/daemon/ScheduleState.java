package orquesta.daemon;

import java.time.Instant;
import java.util.List;
import orquesta.event.Event;
import orquesta.event.Fact;

/**
 * What is known of a schedule: a fold of its events.
 *
 * @param timing how it was written when it was set last; empty if it never was
 * @param handled every tick up to here is decided, or is owed by nobody
 * @param on whether it fires; somebody can switch it off
 */
public record ScheduleState(String timing, Instant handled, boolean on) {
    private static final ScheduleState UNKNOWN = new ScheduleState("", Instant.EPOCH, true);

    /** The state after some events, which may begin anywhere as long as the newest of each kind is among them. */
    public static ScheduleState of(List<Event> events) {
        ScheduleState state = UNKNOWN;
        for (Event event : events) {
            state = state.after(event);
        }
        return state;
    }

    /** The same, with what is decided already and is being recorded. */
    ScheduleState handledUpTo(Instant due) {
        return new ScheduleState(timing, later(due), on);
    }

    private ScheduleState after(Event event) {
        Fact fact = event.fact();
        if (fact instanceof Fact.ScheduleSet set) {
            boolean switched = set.timing().equals(timing);
            return new ScheduleState(set.timing(), switched ? handled : later(set.since()), set.on());
        }
        return fact instanceof Fact.Ticked ticked ? new ScheduleState(timing, later(ticked.due()), on) : this;
    }

    /** A clock that is set back makes nothing due again. */
    private Instant later(Instant instant) {
        return instant.isAfter(handled) ? instant : handled;
    }
}
