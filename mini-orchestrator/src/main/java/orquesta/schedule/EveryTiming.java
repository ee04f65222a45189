package orquesta.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import orquesta.text.Durations;

/**
 * Every so often, counted from the first instant of 1970 in UTC: wall clocks and their jumps play no part. The zone of the course
 * is there to say which day an instant belongs to.
 */
public record EveryTiming(Duration period) implements Timing {
    @Override
    public Tick next(Instant after) {
        long millis = period.toMillis();
        long due = Math.multiplyExact(Math.floorDiv(after.toEpochMilli(), millis) + 1, millis);
        Instant instant = Instant.ofEpochMilli(due);
        return new Tick(instant, List.of(LocalDateTime.ofInstant(instant, zone())));
    }

    @Override
    public ZoneId zone() {
        return Zones.COURSE;
    }

    @Override
    public String text() {
        return "every " + Durations.text(period);
    }
}
