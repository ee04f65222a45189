package orquesta;

import java.time.Clock;
import orquesta.selection.Selection;

/**
 * What somebody asks to be run.
 *
 * @param job the job that the selection comes from; empty if none
 * @param clock gives the run its date, in the zone of the clock
 * @param workers how many steps may run at once
 */
public record RunRequest(Selection selection, String job, Clock clock, int workers) {
    /** Everything, now, with as many workers as there are processors. */
    public static RunRequest of(Selection selection) {
        return new RunRequest(
                selection, "", Clock.systemUTC(), Runtime.getRuntime().availableProcessors());
    }
}
