/**
 * Grades answers to exercises: asks for evidence in other processes, judges it here.
 */
@NullMarked
package orquesta.autograder;

import org.jspecify.annotations.NullMarked;
