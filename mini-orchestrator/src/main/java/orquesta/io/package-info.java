/**
 * Where values live: DuckDB evaluates relations, three forms of storage keep what assets return.
 * Imports {@code asset} and below; the only place beside {@code store} that speaks SQL.
 */
@NullMarked
package orquesta.io;

import org.jspecify.annotations.NullMarked;
