package orquesta.demo;

import java.time.LocalDate;

/**
 * A report of one day.
 *
 * @param day the day that it says it is about
 * @param tickets how many
 * @param pesos their sum
 */
public record Report(LocalDate day, long tickets, long pesos) {}
