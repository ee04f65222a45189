package orquesta.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Task;

/** The append-only log of events. Appending survives the death of the process at once. */
public interface EventLog {
    /** Appends events in one transaction, in this order, and returns them with their places. */
    List<Event> append(List<Event.Draft> drafts);

    /**
     * Appends events of a run in one transaction, in this order: a fact that a task begins only if nothing stands in its way, neither another
     * run that computes the same asset and partition nor a pool without a free place; no other fact may follow from it. Safe against loss of
     * power when it returns, if something is published.
     *
     * @param places how many tasks may run at once in each pool, in all runs of the home together
     * @param audited whether what another run has computed and still audits stands in the way, too
     * @return what became of each draft, in their order
     */
    List<Entry> record(List<Event.Draft> drafts, Map<String, Integer> places, boolean audited);

    /** What readers see of a task of an asset now. */
    Optional<Pin> published(String pipeline, Task task);

    /** Whether an attempt at a task failed since the newest that was published. */
    boolean failed(String pipeline, Task task);

    /** How another run failed at a task since a run began, told as its own end; empty if none did, or if it was published since. */
    Optional<Fact.StepChanged> failedBeside(RunId run, Task task);

    /**
     * Appends the beginning of a run in one transaction; nothing if the tick that starts it is recorded already, or if a value was cleaned that
     * the run would read.
     *
     * @param drafts the first is the tick, if one starts it
     * @param reads the events that materialized what it would read
     */
    List<Event> appendBeginning(List<Event.Draft> drafts, List<Long> reads);

    /** Keeps a piece of what a task printed. */
    void log(RunId run, @Nullable Task task, int attempt, String text);

    /** The request that a run be stopped, whoever recorded it; empty if nobody asked. */
    Optional<Event> cancelOf(RunId run);

    /**
     * What became of a draft: one of the two is there.
     *
     * @param holder what stands in the way of the task that was to begin
     */
    record Entry(@Nullable Event event, @Nullable Holder holder) {}

    /**
     * What stands in the way of a task.
     *
     * @param pool the pool that has no free place; empty if the run computes the same asset and partition
     */
    record Holder(RunId run, String pool) {}
}
