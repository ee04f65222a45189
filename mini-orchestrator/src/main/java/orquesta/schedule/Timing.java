package orquesta.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** When a schedule fires. It depends on nothing but what was written: two programs that read it give the same ticks. */
public sealed interface Timing permits CronTiming, EveryTiming {
    /** The first tick strictly later than an instant. */
    Tick next(Instant after);

    /** The zone whose wall clock is meant, or shown. */
    ZoneId zone();

    /** How it was written. */
    String text();

    /** The ticks strictly later than an instant, in order, without end. */
    default Stream<Tick> after(Instant instant) {
        return Stream.iterate(next(instant), tick -> next(tick.due()));
    }

    /** So many of them. */
    default List<Tick> next(Instant after, int count) {
        return after(after).limit(count).toList();
    }
}
