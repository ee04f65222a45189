/**
 * What the methods of a pipeline say by their signatures: annotations become definitions, parameters become needs.
 * Imports {@code asset}, {@code resource} and below.
 */
@NullMarked
package orquesta.signature;

import org.jspecify.annotations.NullMarked;
