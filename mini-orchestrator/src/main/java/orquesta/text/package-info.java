/**
 * What the kit says: one table of sentences, in English and Spanish, that every message comes from.
 * Imports nothing of ours.
 */
@NullMarked
package orquesta.text;

import org.jspecify.annotations.NullMarked;
