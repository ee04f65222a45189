package orquesta.event;

import java.util.List;

/** The append-only log of events. Appending survives the death of the process at once. */
public interface EventLog {
    /** Appends events in one transaction, in this order, and returns them with their places. */
    List<Event> append(List<Event.Draft> drafts);

    /**
     * Like {@link #append}, and safe against loss of power when it returns: for transactions that publish.
     */
    List<Event> publish(List<Event.Draft> drafts);

    /** Keeps a piece of what a step printed; {@code step} is its text, empty for the run as a whole. */
    void log(RunId run, String step, int attempt, String text);
}
