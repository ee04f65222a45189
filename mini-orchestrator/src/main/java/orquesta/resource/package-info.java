/**
 * What steps borrow: recipes of things to open once a run and to close in reverse.
 * Imports {@code text} and below.
 */
@NullMarked
package orquesta.resource;

import org.jspecify.annotations.NullMarked;
