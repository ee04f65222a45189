/**
 * The kit as students get it, and as teachers do.
 */
@NullMarked
package orquesta.autograder.dist;

import org.jspecify.annotations.NullMarked;
