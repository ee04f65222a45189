/**
 * Many submissions, on all cores, to be taken up again after a kill.
 */
@NullMarked
package orquesta.autograder.batch;

import org.jspecify.annotations.NullMarked;
