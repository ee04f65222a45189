/**
 * Pieces of an asset that are computed, kept and remembered by themselves: by day, week or month, by category, or by both.
 * Pure. Imports {@code text} and {@code schedule}.
 */
@NullMarked
package orquesta.partition;

import org.jspecify.annotations.NullMarked;
