/**
 * What runs in the other processes: the compiler, and the student's code. Knows the JDK alone, and no expected value.
 */
@NullMarked
package orquesta.autograder.child;

import org.jspecify.annotations.NullMarked;
