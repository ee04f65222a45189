/**
 * Where values live: three forms of storage keep what assets return.
 * Imports {@code relation} and above.
 */
@NullMarked
package orquesta.values;

import org.jspecify.annotations.NullMarked;
