/**
 * Evidence against what was expected: verdicts, and the class of each difference.
 */
@NullMarked
package orquesta.autograder.judge;

import org.jspecify.annotations.NullMarked;
