/**
 * Where the student's code runs, and what it cannot reach from there: tried, not assumed.
 */
@NullMarked
package orquesta.autograder.isolation;

import org.jspecify.annotations.NullMarked;
