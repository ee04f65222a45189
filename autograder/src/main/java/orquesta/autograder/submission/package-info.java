/**
 * What was handed in: folders and zips, read with care.
 */
@NullMarked
package orquesta.autograder.submission;

import org.jspecify.annotations.NullMarked;
