/**
 * Which of it: one small grammar that picks assets of a graph.
 * Imports {@code asset} and below.
 */
@NullMarked
package orquesta.selection;

import org.jspecify.annotations.NullMarked;
