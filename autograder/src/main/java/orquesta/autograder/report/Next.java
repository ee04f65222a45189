package orquesta.autograder.report;

/**
 * What the student may do next.
 *
 * @param frontend where
 * @param hint the number of the hint to point at; 0 for none
 * @param instructions the page that says what to do
 * @param test the file that a test of one's own goes into; empty if the exercise has none
 */
public record Next(Frontend frontend, int hint, String instructions, String test) {}
