package orquesta.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The night after a day, in which its report is made: what the world does to whoever makes it. Both lanes meet the same.
 *
 * @param day the day whose sales are reported
 * @param usual how long each program takes in a night without trouble
 * @param sold what the shop's till counted
 * @param delivered what a download brings: duplicates and cancelled tickets among them, or nothing at all
 */
public record Night(LocalDate day, Trouble trouble, Map<Program, Duration> usual, Sales sold, Sales delivered) {
    public Night {
        usual = Map.copyOf(usual);
    }

    /** The first instant of the date that follows the day. */
    public Instant start() {
        return day.plusDays(1).atStartOfDay(Week.ZONE).toInstant();
    }

    /** Whether this attempt of a program breaks off half-way. */
    boolean breaksOff(Program program, int attempt) {
        return program == Program.LIMPIAR
                && trouble.kind() == Trouble.Kind.FAILED_CLEANUP
                && attempt <= trouble.amount();
    }

    /** How long this attempt of a program takes. */
    Duration duration(Program program, int attempt) {
        boolean slow = program == Program.DESCARGAR && trouble.kind() == Trouble.Kind.SLOW_DOWNLOAD;
        boolean closing = program == Program.LIMPIAR && trouble.kind() == Trouble.Kind.MONTH_END;
        if (slow || closing) {
            return Duration.ofMinutes(trouble.amount());
        }
        Duration whole = usual.getOrDefault(program, Duration.ZERO);
        return breaksOff(program, attempt) ? whole.dividedBy(2) : whole;
    }
}
