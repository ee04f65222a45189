/**
 * Folders of ours, and short names for versions of texts.
 */
@NullMarked
package orquesta.autograder.files;

import org.jspecify.annotations.NullMarked;
