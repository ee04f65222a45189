package orquesta.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * The wall clock of a zone is set to another time on a day.
 *
 * @param from what it would show
 * @param to what it shows
 */
public record ClockChange(LocalDateTime from, LocalDateTime to) {
    /** The change within the day of an instant; empty on nearly every day. */
    public static Optional<ClockChange> onDayOf(Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(begin.minusNanos(1));
        return change != null && change.getInstant().isBefore(end)
                ? Optional.of(new ClockChange(change.getDateTimeBefore(), change.getDateTimeAfter()))
                : Optional.empty();
    }

    /** How far it is set forward; negative where it is set back. */
    public Duration forward() {
        return Duration.between(from, to);
    }
}
