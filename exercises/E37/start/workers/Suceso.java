package workers;

/**
 * Something that happened, in the order in which it did. Given; do not change it.
 *
 * @param que empieza, termina: the work on a day; muere: the worker is killed; vuelve: it has gone home
 * @param dia the day it works on; "" if none
 */
public record Suceso(String worker, String que, String dia) {}
