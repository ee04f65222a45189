package cron;

import java.time.LocalDate;

/**
 * A report as Rosario got it. Given; do not change it.
 *
 * @param dia the day on which it was sent
 * @param datos the day of the sales in it; null if there were none yet
 * @param entero false if a half or a mixed file was read
 */
public record Informe(LocalDate dia, LocalDate datos, boolean entero) {}
