/**
 * Rules that are read from byte code: the shape of the answer, and what a transformation must not do.
 */
@NullMarked
package orquesta.autograder.rules;

import org.jspecify.annotations.NullMarked;
