/**
 * Who is told of what, as it is declared: an occasion and a channel. Sends nothing itself.
 * Imports {@code schedule} and below.
 */
@NullMarked
package orquesta.alert;

import org.jspecify.annotations.NullMarked;
