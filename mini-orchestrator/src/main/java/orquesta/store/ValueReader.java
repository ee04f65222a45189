package orquesta.store;

import java.util.Set;
import orquesta.asset.Task;
import orquesta.event.RunId;

/**
 * A run that may still read values which are no longer the published ones.
 *
 * @param began the event with which it began
 * @param pins the events that materialized what it pinned then
 * @param tasks what it computes, while it goes on; none of one that has ended and may be gone on from
 */
public record ValueReader(RunId run, long began, Set<Long> pins, Set<Task> tasks) {}
