/**
 * What a run has to do with the process that does it: its streams, its end, the lock that says that it lives, the stack of
 * what was thrown. Imports {@code event} and above.
 */
@NullMarked
package orquesta.process;

import org.jspecify.annotations.NullMarked;
