/**
 * How long values are kept that are no longer the published ones, and their cleaning. Imports {@code store} and above.
 */
@NullMarked
package orquesta.retention;

import org.jspecify.annotations.NullMarked;
