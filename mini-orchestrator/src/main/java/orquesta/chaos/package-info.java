/** Faults that somebody asks for, to see what becomes of them. On top of the core; imports {@code definition} and above. */
@NullMarked
package orquesta.chaos;

import org.jspecify.annotations.NullMarked;
