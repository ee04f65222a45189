package workers;

/**
 * A day that has to be computed. Given; do not change it.
 *
 * @param dia its name; also the name of its line on the board
 * @param pasos how many steps the work takes
 */
public record Dia(String dia, int pasos) {}
