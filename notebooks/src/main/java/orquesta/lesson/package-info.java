/**
 * What a lesson asks: questions with an answer for each mistake, predictions before a run, and the progress that both leave.
 * Shows as text; knows nothing of the kernel.
 */
@NullMarked
package orquesta.lesson;

import org.jspecify.annotations.NullMarked;
