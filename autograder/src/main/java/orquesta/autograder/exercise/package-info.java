/**
 * What is asked: an exercise, its checks, its cases.
 */
@NullMarked
package orquesta.autograder.exercise;

import org.jspecify.annotations.NullMarked;
