/**
 * What makes schedules fire: a pure rule that says what is due, and one thread around it. Imports the core.
 */
@NullMarked
package orquesta.daemon;

import org.jspecify.annotations.NullMarked;
