/**
 * A result for people: text, HTML, CSV.
 */
@NullMarked
package orquesta.autograder.report;

import org.jspecify.annotations.NullMarked;
