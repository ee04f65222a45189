/**
 * What runs answers that use Tablesaw, in a child of its own kind.
 */
@NullMarked
package orquesta.autograder.tables;

import org.jspecify.annotations.NullMarked;
