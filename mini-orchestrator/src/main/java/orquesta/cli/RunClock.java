package orquesta.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import orquesta.relation.SessionTime;
import orquesta.text.UserException;

/** The clock of a run: that of the system, or one that stands at a given time; in the zone of the course, Chile's. */
final class RunClock {
    private static final ZoneId ZONE = SessionTime.COURSE;

    private RunClock() {}

    /** Reads {@code 2026-09-05}, {@code 2026-09-05T23:55}, or a time with an offset; nothing is now. */
    static Clock parse(String text) {
        if (text.isEmpty()) {
            return Clock.system(ZONE);
        }
        try {
            if (text.length() == 10) {
                return at(LocalDate.parse(text).atTime(LocalTime.NOON));
            }
            return text.matches(".*T.*([+-]\\d\\d:\\d\\d|Z)$")
                    ? Clock.fixed(OffsetDateTime.parse(text).toInstant(), ZONE)
                    : at(LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            throw new UserException("--clock", "cli.clock", text);
        }
    }

    private static Clock at(LocalDateTime local) {
        return Clock.fixed(local.atZone(ZONE).toInstant(), ZONE);
    }
}
