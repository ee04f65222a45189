/**
 * Why: the chain of causes of a state, in sentences; a pure function over events.
 * Imports {@code event} and below.
 */
@NullMarked
package orquesta.explain;

import org.jspecify.annotations.NullMarked;
