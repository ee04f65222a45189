/**
 * Finds what the manifest says by reading the files: a reader and rules of its own, so that a mistake of the generator or of the
 * pipeline cannot hide itself.
 * Imports {@code text} and nothing else of ours.
 */
@NullMarked
package orquesta.datasets.verify;

import org.jspecify.annotations.NullMarked;
