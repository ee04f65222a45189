/**
 * Pictures of the graph: a layered layout and SVG, the same for pages and notebooks.
 * Imports {@code event} and below.
 */
@NullMarked
package orquesta.draw;

import org.jspecify.annotations.NullMarked;
