package sensores;

import java.time.LocalTime;

/**
 * What happens on a day. Given; do not change it.
 *
 * @param que llega: a file comes, or another version of it; mira: the sensor looks; reinicia: the program is begun anew
 * @param archivo the name of the file that comes
 * @param paso of mira: the program is killed right after so many steps of this look, 0 for never; of llega: the file comes
 *     right after so many steps of the next look, 0 for before it
 */
public record Hecho(String que, String archivo, int bytes, LocalTime cambiado, int paso) {}
