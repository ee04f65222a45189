package orquesta.autograder.report;

/**
 * What the student may do next.
 *
 * @param frontend where
 * @param hint the number of the hint to point at; 0 for none
 */
public record Next(Frontend frontend, int hint) {}
