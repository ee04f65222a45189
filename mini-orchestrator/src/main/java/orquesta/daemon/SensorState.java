package orquesta.daemon;

import java.time.Instant;
import java.util.List;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.text.Message;

/**
 * What is known of a sensor: a fold of its events.
 *
 * @param set what it watches, since when, and whether somebody has switched it off
 * @param last what it told last
 */
public record SensorState(Fact.ScheduleSet set, Fact.Sensed last) {
    private static final SensorState UNKNOWN = new SensorState(
            new Fact.ScheduleSet("", Instant.EPOCH, true),
            new Fact.Sensed(0, "", State.SKIPPED, Message.of("sensor.begins")));

    /** The state after some events, the newest of each kind among them. */
    public static SensorState of(List<Event> events) {
        SensorState state = UNKNOWN;
        for (Event event : events) {
            if (event.fact() instanceof Fact.ScheduleSet set) {
                state = new SensorState(set, state.last);
            } else if (event.fact() instanceof Fact.Sensed sensed) {
                state = new SensorState(state.set, sensed);
            }
        }
        return state;
    }

    /** The next thing that it tells. */
    Fact.Sensed next(String cursor, State state, Message reason) {
        return new Fact.Sensed(last.number() + 1, cursor, state, reason);
    }

    /** Whether this was said last: nobody wants to hear every ten seconds that nothing is new. */
    boolean isSaid(State state, Message reason) {
        return last.state() == state && last.reason().toString().equals(reason.toString());
    }
}
