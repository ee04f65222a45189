package orquesta.run;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.relation.SessionTime;

/**
 * What is fixed before a run begins.
 *
 * @param started what its first event says
 * @param home the folder of the home
 * @param clock the clock that steps see
 * @param tick the tick that starts the run, recorded with its beginning; null if something else does
 * @param workers how many tasks may run at once, at least 1
 * @param anew whether it is planned for the second time, since values were cleaned that it was to read
 */
public record RunSetup(
        RunId id,
        Fact.RunStarted started,
        Event.@Nullable Draft tick,
        Path home,
        Clock clock,
        int workers,
        boolean anew) {
    /** The same run, planned anew. */
    public RunSetup anew(Fact.RunStarted other) {
        return new RunSetup(id, other, tick, home, clock, workers, true);
    }

    /** What queries of this run take for today and now. */
    SessionTime time() {
        return SessionTime.of(clock, started.date());
    }
}
