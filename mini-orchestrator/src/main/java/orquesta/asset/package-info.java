/**
 * What exists: assets, the checks that judge them, the values they hold, and the graph between them.
 * Imports {@code text} only.
 */
@NullMarked
package orquesta.asset;

import org.jspecify.annotations.NullMarked;
