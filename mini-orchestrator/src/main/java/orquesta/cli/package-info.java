/**
 * Typing: the command line.
 * Imports everything.
 */
@NullMarked
package orquesta.cli;

import org.jspecify.annotations.NullMarked;
