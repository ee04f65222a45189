package orquesta.tienda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import orquesta.schedule.Schedule;
import orquesta.schedule.Tick;
import orquesta.schedule.Timing;

/**
 * When a cron expression fires in Rosario's zone, America/Santiago.
 *
 * <pre>{@code
 * Horario.proximas("30 7 * * *", "2026-03-06T12:00", 3);   // [2026-03-07T07:30-03:00, ...]
 * Horario.veces("0 * * * *", "2026-03-09");                // 24
 * }</pre>
 */
public final class Horario {
    static final String ZONA = "America/Santiago";

    private Horario() {}

    /**
     * The next times.
     *
     * @param cron five fields
     * @param desde a local time; what fires is strictly later
     * @param cuantas how many
     * @return local times with their offset from UTC
     */
    public static List<String> proximas(String cron, String desde, int cuantas) {
        Instant after = LocalDateTime.parse(desde).atZone(ZoneId.of(ZONA)).toInstant();
        return timing(cron).next(after, cuantas).stream().map(Horario::text).toList();
    }

    /** How often it fires on a day, {@code 2026-03-09}. */
    public static int veces(String cron, String dia) {
        return horas(cron, LocalDate.parse(dia)).size();
    }

    /** What the wall clock shows when it fires on a day. */
    static List<LocalDateTime> horas(String cron, LocalDate dia) {
        ZoneId zone = ZoneId.of(ZONA);
        Instant begin = dia.atStartOfDay(zone).toInstant();
        Instant end = dia.plusDays(1).atStartOfDay(zone).toInstant();
        Timing timing = timing(cron);
        return Stream.iterate(
                        timing.next(begin.minusNanos(1)).due(),
                        due -> due.isBefore(end),
                        due -> timing.next(due).due())
                .map(due -> LocalDateTime.ofInstant(due, zone))
                .toList();
    }

    private static Timing timing(String cron) {
        return Schedule.named("horario").cron(cron, ZONA).timing();
    }

    private static String text(Tick tick) {
        return tick.due().atZone(ZoneId.of(ZONA)).toOffsetDateTime().toString();
    }
}
