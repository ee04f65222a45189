package orquesta.store;

import orquesta.asset.Task;
import orquesta.event.RunId;

/**
 * A value that a store keeps for the home.
 *
 * @param seq the event that materialized it
 * @param run the run that wrote it, in its attempt
 * @param published the event that published it; 0 if it never was
 * @param bytes what it takes where it is kept
 */
public record KeptValue(long seq, RunId run, Task task, int attempt, long published, long bytes) {}
