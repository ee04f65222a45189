/**
 * Tables in the Java types that steps like: lists of records, Tablesaw's tables. The core finds them as services.
 * Imports {@code io} and above.
 */
@NullMarked
package orquesta.bridge;

import org.jspecify.annotations.NullMarked;
