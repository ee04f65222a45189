package orquesta.event;

/** A published value that a run reads: the event that materialized it, the run that did, and what is known about it. */
public record Pin(long materialization, RunId run, Materialization value) {}
