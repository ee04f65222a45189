/**
 * Remembering it: one append-only table of events in SQLite, and projections that can be rebuilt from it.
 * Imports {@code event} and below.
 */
@NullMarked
package orquesta.store;

import org.jspecify.annotations.NullMarked;
