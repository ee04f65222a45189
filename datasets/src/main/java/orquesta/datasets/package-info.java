/**
 * The data of the kit: the resource that steps borrow, the reader of records, the command that makes and verifies the files.
 * Imports {@code asset}, {@code resource}, {@code text}, and below it {@code generate} and {@code verify}.
 */
@NullMarked
package orquesta.datasets;

import org.jspecify.annotations.NullMarked;
