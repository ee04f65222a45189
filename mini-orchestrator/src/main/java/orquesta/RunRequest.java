package orquesta;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.partition.PartitionChoice;
import orquesta.relation.SessionTime;
import orquesta.selection.Selection;

/**
 * What somebody asks to be run.
 *
 * @param job the job that the selection comes from; empty if none
 * @param clock gives the run its date, in the zone of the clock
 * @param workers how many tasks may run at once
 * @param origin where the definitions come from, so that the run can be done again
 * @param partitions those that are asked for
 * @param again the run that is done again; null for a new one
 */
public record RunRequest(
        Selection selection,
        String job,
        Clock clock,
        int workers,
        Fact.Origin origin,
        PartitionChoice partitions,
        @Nullable Again again) {
    public RunRequest(Selection selection, String job, Clock clock, int workers) {
        this(selection, job, clock, workers, Fact.Origin.UNKNOWN, PartitionChoice.none(clock.instant()), null);
    }

    /** The same request, for definitions that come from here. */
    public RunRequest from(Fact.Origin place) {
        return new RunRequest(selection, job, clock, workers, place, partitions, again);
    }

    /** The same request, for these partitions. */
    public RunRequest in(PartitionChoice chosen) {
        return new RunRequest(selection, job, clock, workers, origin, chosen, again);
    }

    /** Now, in the zone of the course, with as many workers as there are processors. */
    public static RunRequest of(Selection selection) {
        return new RunRequest(
                selection,
                "",
                Clock.system(SessionTime.COURSE),
                Runtime.getRuntime().availableProcessors());
    }

    /** A request that does a run again, with its selection and its partitions, by definitions that come from here. */
    static RunRequest again(RunRecord run, boolean fromFailure, Clock clock, Fact.Origin place) {
        RunRecord.Request asked = run.request();
        Selection selection = Selection.parse(asked.selection());
        PartitionChoice chosen = PartitionChoice.of(asked.partitions(), clock.instant());
        Again again = new Again(run.id().number(), fromFailure);
        return new RunRequest(selection, asked.job(), clock, of(selection).workers, place, chosen, again);
    }

    /**
     * A run that is done again, with its date.
     *
     * @param fromFailure whether what it had done well is reused
     */
    public record Again(long run, boolean fromFailure) {}
}
