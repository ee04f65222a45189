/**
 * Files of DuckDB that other programs use, too: attached for one transaction, by one process at a time. Imports
 * {@code relation} and above.
 */
@NullMarked
package orquesta.duckfile;

import org.jspecify.annotations.NullMarked;
