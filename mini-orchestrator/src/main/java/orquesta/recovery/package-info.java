/**
 * What a home needs beside its runs: the number of the next one, and an end for those whose process died. Imports {@code store}
 * and above.
 */
@NullMarked
package orquesta.recovery;

import org.jspecify.annotations.NullMarked;
