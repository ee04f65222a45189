/**
 * A resource for files that people read.
 * Imports {@code resource} and below; the core never imports it.
 */
@NullMarked
package orquesta.reports;

import org.jspecify.annotations.NullMarked;
