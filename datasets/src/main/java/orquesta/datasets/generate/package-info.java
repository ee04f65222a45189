/**
 * Makes the sales data from a seed, and the manifest that says what was planted in them.
 * Imports {@code text}; the readers never import this package.
 */
@NullMarked
package orquesta.datasets.generate;

import org.jspecify.annotations.NullMarked;
