/**
 * What a grading is: one record, one JSON.
 */
@NullMarked
package orquesta.autograder.result;

import org.jspecify.annotations.NullMarked;
