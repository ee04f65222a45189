package orquesta.run;

import orquesta.event.Event;

/** Is told what happens in a run while it goes on; called by one thread at a time, after the event is recorded. */
public interface RunListener {
    void happened(Event event);

    /** A piece of what a step printed; {@code step} is its text, empty for the run as a whole. */
    default void printed(String step, String text) {}
}
