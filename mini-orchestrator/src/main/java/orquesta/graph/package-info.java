/**
 * Questions about any graph whose nodes have an order; every answer is the same each time.
 */
@NullMarked
package orquesta.graph;

import org.jspecify.annotations.NullMarked;
