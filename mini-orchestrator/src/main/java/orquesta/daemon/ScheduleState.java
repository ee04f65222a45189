package orquesta.daemon;

import java.time.Instant;
import java.util.List;
import orquesta.Orchestrator;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.TriggerId;
import orquesta.store.TriggerQueries;

/**
 * What is known of a schedule: a fold of its events.
 *
 * @param set how it is written, since when, and whether somebody has switched it off
 * @param handled every tick up to here is decided, or is owed by nobody
 */
public record ScheduleState(Fact.ScheduleSet set, Instant handled) {
    /** Nobody has watched it yet: whoever does begins to count. */
    private static final ScheduleState UNKNOWN =
            new ScheduleState(new Fact.ScheduleSet("", Instant.EPOCH, true), Instant.EPOCH);

    /** The state after some events, which may begin anywhere as long as the newest of each kind is among them. */
    public static ScheduleState of(List<Event> events) {
        ScheduleState state = UNKNOWN;
        for (Event event : events) {
            state = state.after(event);
        }
        return state;
    }

    private ScheduleState after(Event event) {
        Fact fact = event.fact();
        if (fact instanceof Fact.ScheduleSet now) {
            return new ScheduleState(now, handled).handledUpTo(now.since());
        }
        return fact instanceof Fact.Ticked ticked ? handledUpTo(ticked.due()) : this;
    }

    /** The same, with what is decided meanwhile. A clock that is set back makes nothing due again. */
    ScheduleState handledUpTo(Instant instant) {
        return instant.isAfter(handled) ? new ScheduleState(set, instant) : this;
    }

    /** Whether it fires. */
    public boolean on() {
        return set.on();
    }

    /** Switches a schedule or a sensor: what it owes, or how far it has seen, stays as it is. */
    public static void switchTo(boolean on, TriggerId trigger, Orchestrator orchestrator) {
        Fact.ScheduleSet set =
                of(new TriggerQueries(orchestrator.history()).newest(trigger)).set();
        orchestrator.record(trigger, new Fact.ScheduleSet(set.timing(), set.since(), on));
    }
}
