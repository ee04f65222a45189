/**
 * The commands of the grader.
 */
@NullMarked
package orquesta.autograder.cli;

import org.jspecify.annotations.NullMarked;
