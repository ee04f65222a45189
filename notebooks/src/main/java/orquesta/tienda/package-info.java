/**
 * Rosario's shop, as lessons need it: what the monolith and the rules make of each line of sales, and the causes why they
 * differ. Its words are the shop's, since students meet them in their cells.
 */
@NullMarked
package orquesta.tienda;

import org.jspecify.annotations.NullMarked;
