package dag;

import java.util.List;
import java.util.Map;

/**
 * What can be said before anything runs. Given; do not change it.
 *
 * @param niveles the level of every table
 * @param minutos after how many minutes all is done, with as many workers as one likes
 * @param camino the tables of the critical path, in the order in which they run
 */
public record Plan(Map<String, Integer> niveles, int minutos, List<String> camino) {}
