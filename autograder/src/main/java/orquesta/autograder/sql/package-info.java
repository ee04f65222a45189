/**
 * What runs a query in a child of its own kind: it knows JDBC, and finds DuckDB on its class path.
 */
@NullMarked
package orquesta.autograder.sql;

import org.jspecify.annotations.NullMarked;
