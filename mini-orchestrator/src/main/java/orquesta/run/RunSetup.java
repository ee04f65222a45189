package orquesta.run;

import java.nio.file.Path;
import java.time.Clock;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.relation.SessionTime;

/**
 * What is fixed before a run begins.
 *
 * @param started what its first event says
 * @param home the folder of the home
 * @param clock the clock that steps see
 * @param workers how many tasks may run at once, at least 1
 */
public record RunSetup(RunId id, Fact.RunStarted started, Path home, Clock clock, int workers) {
    /** What queries of this run take for today and now. */
    SessionTime time() {
        return SessionTime.of(clock, started.date());
    }
}
