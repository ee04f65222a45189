package sensores;

import java.time.LocalTime;

/**
 * A file as it lies in the folder. Given; do not change it.
 *
 * @param cambiado when it was last written, by the computer that wrote it
 */
public record Archivo(String nombre, int bytes, LocalTime cambiado) {}
