/** Checks of columns that people expect of any table. On top of the core; imports {@code asset} and above. */
@NullMarked
package orquesta.checks;

import org.jspecify.annotations.NullMarked;
