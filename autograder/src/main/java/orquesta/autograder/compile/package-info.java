/**
 * The compile worker, seen from the controller, and what its errors mean.
 */
@NullMarked
package orquesta.autograder.compile;

import org.jspecify.annotations.NullMarked;
