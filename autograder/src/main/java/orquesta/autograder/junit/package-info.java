/**
 * What runs tests in the other process: knows the JDK, JUnit and AssertJ, and the wire to the controller.
 */
@NullMarked
package orquesta.autograder.junit;

import org.jspecify.annotations.NullMarked;
