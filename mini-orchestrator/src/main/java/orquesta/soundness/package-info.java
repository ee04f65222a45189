/**
 * What makes declarations sound: no circle to wait in for ever, partitions and efforts that can be. Each rule reports what it
 * finds, and none stops at the first. Imports {@code asset}, {@code partition} and above.
 */
@NullMarked
package orquesta.soundness;

import org.jspecify.annotations.NullMarked;
