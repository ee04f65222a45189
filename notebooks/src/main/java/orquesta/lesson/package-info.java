/**
 * What a lesson asks: questions with an answer for each mistake, predictions before a run, the progress that both leave, and the course as a
 * student stands in it.
 * Shows as text; knows nothing of the kernel.
 */
@NullMarked
package orquesta.lesson;

import org.jspecify.annotations.NullMarked;
