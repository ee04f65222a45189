/**
 * How relations are evaluated: the one DuckDB of the process, a session for each step, relations as SQL and as Parquet.
 * Imports {@code resource} and above; beside {@code store} the only place of the engine that speaks SQL.
 */
@NullMarked
package orquesta.relation;

import org.jspecify.annotations.NullMarked;
