/**
 * What an exercise has to prove before a student meets it.
 */
@NullMarked
package orquesta.autograder.proof;

import org.jspecify.annotations.NullMarked;
