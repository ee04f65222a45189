package orquesta.partition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.schedule.Zones;
import orquesta.text.UserException;

/** Partitions of time, as they were written. */
final class TimeAxis {
    private final TimeGrain grain;
    private final String since;
    private final String zone;
    /** Read once, since it is asked for with each partition; null if what was written is no day, week or month. */
    private final @Nullable LocalDate first;

    /**
     * @param since the first one, or a day in it
     * @param zone the zone in which a day begins and ends
     */
    TimeAxis(TimeGrain grain, String since, String zone) {
        this.grain = grain;
        this.since = since;
        this.zone = zone;
        this.first = TimeGrain.parseAny(since).map(Days::from).orElse(null);
    }

    TimeGrain grain() {
        return grain;
    }

    String since() {
        return since;
    }

    /** @throws UserException if this JDK knows no such zone */
    ZoneId zoneId() {
        return Zones.of(zone);
    }

    /** @throws UserException if it is no day, week or month */
    LocalDate first() {
        if (first == null) {
            throw new UserException(since, "partition.since", since);
        }
        return first;
    }

    /** Those of which some day is among these, in order, none before the first. */
    List<Days> within(Days wanted) {
        List<Days> found = new ArrayList<>();
        Days days = grain.around(wanted.from().isBefore(first()) ? first() : wanted.from());
        while (days.from().isBefore(wanted.to())) {
            found.add(days);
            days = grain.next(days);
        }
        return found;
    }

    /** Those that are over, in order. */
    List<Days> over(Instant now) {
        LocalDate today = today(now);
        Days open = grain.around(today);
        return first().isBefore(open.from()) ? within(new Days(first(), open.from())) : List.of();
    }

    /** The day that it is in the zone. */
    LocalDate today(Instant now) {
        return now.atZone(zoneId()).toLocalDate();
    }
}
