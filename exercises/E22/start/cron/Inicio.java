package cron;

import java.time.LocalDateTime;

/**
 * A time at which cron begins a program, and what the world does to it then. Given; do not change it.
 *
 * @param cuando the minute of its line
 * @param programa descargar, limpiar or reportar
 * @param minutos how long it works
 * @param fin how it ends: 0 well, 1 it breaks off half-way, -1 the computer goes off, and it never ends
 */
public record Inicio(LocalDateTime cuando, String programa, int minutos, int fin) {}
