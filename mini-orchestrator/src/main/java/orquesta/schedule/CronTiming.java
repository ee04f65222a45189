package orquesta.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A cron expression on the wall clock of a zone. Where the clock jumps, two kinds behave as people expect of them: one that
 * means every hour fires at each instant whose wall clock matches, twice in a repeated hour and never in a skipped one; any other
 * fires once for each local time, at the first of two instants, or at the end of the gap that swallowed it.
 */
public record CronTiming(Cron cron, ZoneId zone) implements Timing {
    @Override
    public Tick next(Instant after) {
        return cron.isEveryHour() ? nextInstant(after) : nextTime(after);
    }

    @Override
    public String text() {
        return cron.text();
    }

    /** Walks local times in order. Later local times never fall on earlier instants, so those on one instant are neighbours. */
    private Tick nextTime(Instant after) {
        LocalDateTime from = LocalDateTime.ofInstant(after, zone);
        List<LocalDateTime> asked = new ArrayList<>();
        Instant due = Instant.MAX;
        for (LocalDate date = from.toLocalDate(); ; date = date.plusDays(1)) {
            LocalTime first = date.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.MIN;
            Iterator<LocalDateTime> times = cron.times(date, first).iterator(); // of a minute's schedule one is enough
            while (times.hasNext()) {
                LocalDateTime time = times.next();
                Instant instant = instantOf(time);
                if (instant.isAfter(due)) {
                    return new Tick(due, asked);
                }
                if (instant.isAfter(after)) {
                    due = instant;
                    asked.add(time);
                }
            }
        }
    }

    /** Where a local time falls: the first of two instants; the end of the gap if it does not exist. */
    private Instant instantOf(LocalDateTime time) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        return offsets.isEmpty() ? rules.getTransition(time).getInstant() : time.toInstant(offsets.get(0));
    }

    /** Walks the stretches between changes of offset: within one, local time is instant plus offset. */
    private Tick nextInstant(Instant after) {
        ZoneRules rules = zone.getRules();
        Instant begin = after.plusNanos(1);
        while (true) {
            Optional<ZoneOffsetTransition> change = Optional.ofNullable(rules.nextTransition(begin));
            Instant end = change.map(ZoneOffsetTransition::getInstant).orElse(Instant.MAX);
            Optional<Tick> found = within(begin, end, rules.getOffset(begin));
            if (found.isPresent()) {
                return found.get();
            }
            begin = end;
        }
    }

    private Optional<Tick> within(Instant begin, Instant end, ZoneOffset offset) {
        LocalDateTime from = LocalDateTime.ofInstant(begin, offset);
        for (LocalDate date = from.toLocalDate();
                date.atStartOfDay(offset).toInstant().isBefore(end);
                date = date.plusDays(1)) {
            LocalTime first = date.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.MIN;
            Optional<LocalDateTime> time = cron.times(date, first).findFirst();
            if (time.isPresent()) {
                Instant due = time.get().toInstant(offset);
                return due.isBefore(end) ? Optional.of(new Tick(due, List.of(time.get()))) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
