/**
 * Doing it: steps in parallel, user code inside one boundary, write-audit-publish.
 * Imports {@code plan}, {@code io}, {@code resource} and below.
 */
@NullMarked
package orquesta.run;

import org.jspecify.annotations.NullMarked;
