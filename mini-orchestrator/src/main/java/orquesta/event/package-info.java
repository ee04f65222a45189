/**
 * What happened: the events of a run, the states of its steps, and the log that keeps them.
 * Imports {@code asset} and below.
 */
@NullMarked
package orquesta.event;

import org.jspecify.annotations.NullMarked;
