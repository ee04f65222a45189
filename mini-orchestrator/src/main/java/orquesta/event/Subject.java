package orquesta.event;

/** What an event belongs to: a run, a trigger of runs (a schedule, a sensor), or the home as a whole. */
public sealed interface Subject permits RunId, TriggerId, HomeId {
    /** The pipeline that it is about; empty for the home as a whole. */
    String pipeline();
}
