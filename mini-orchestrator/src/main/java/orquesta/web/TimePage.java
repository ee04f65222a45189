package orquesta.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.schedule.ClockChange;
import orquesta.schedule.CronTiming;
import orquesta.schedule.Schedule;
import orquesta.schedule.Tick;
import orquesta.sensor.Sensor;
import orquesta.store.TickQueries;
import orquesta.text.Message;

/**
 * The schedules and sensors of a pipeline: what each did in the last 24 hours, what comes next, and the clock that they follow.
 *
 * @param loaded whether there is a good version of the definitions
 */
public record TimePage(
        Look look,
        String pipeline,
        boolean loaded,
        List<Entry> schedules,
        List<Watched> sensors,
        Watch watch,
        Known known) {
    /** How far back the page looks. */
    static final Duration DAY = Duration.ofHours(24);

    private static final int HOURS_BETWEEN = 3;
    /** Signs of more ticks than these would lie upon one another. */
    private static final int SIGNS = 40;

    /**
     * The clock that schedules follow.
     *
     * @param speed how many of its seconds pass in a second of the world; 0 while it stands
     * @param virtual whether it is one that can be set
     */
    public record Watch(Instant now, ZoneId zone, double speed, boolean virtual) {
        private static final List<Double> USUAL = List.of(0.0, 1.0, 60.0, 600.0, 3600.0);

        /** The speeds that buttons offer, the present one among them. */
        public List<Double> speeds() {
            return List.copyOf(new TreeSet<>(
                    Stream.concat(USUAL.stream(), Stream.of(speed)).toList()));
        }

        /** {@code 600}, {@code 0.5} */
        public static String text(double speed) {
            return speed == Math.rint(speed) ? String.format(Locale.ROOT, "%.0f", speed) : String.valueOf(speed);
        }
    }

    /**
     * One schedule.
     *
     * @param until the end of the 24 hours: now
     * @param why what it did last and waits for, on the clock that is watched
     * @param past the newest first
     * @param more whether there were more than are shown
     */
    public record Entry(
            Schedule schedule,
            boolean on,
            Instant until,
            List<Message> why,
            List<Coming> next,
            List<TickQueries.Past> past,
            boolean more) {

        public ZoneId zone() {
            return schedule.timing().zone();
        }

        /** A plain period has no wall clock: its ticks are shown in the zone of the course. */
        public String zoneName() {
            return zone().getId();
        }

        /** What becomes of a tick where the clock changes. */
        public Message rule() {
            if (schedule.timing() instanceof CronTiming timing) {
                return Message.of(timing.cron().isEveryHour() ? "web.rule_interval" : "web.rule_fixed");
            }
            return Message.of("web.rule_period");
        }

        /** Where the hours stand that are written below the strip. */
        public List<Hour> hours() {
            ZonedDateTime first = until.minus(DAY)
                    .atZone(zone())
                    .truncatedTo(ChronoUnit.HOURS)
                    .plusHours(1);
            return Stream.iterate(first, hour -> !hour.toInstant().isAfter(until), hour -> hour.plusHours(1))
                    .filter(hour -> hour.getHour() % HOURS_BETWEEN == 0)
                    .map(hour -> new Hour(left(hour.toInstant()), hour))
                    .toList();
        }

        /** A place on the strip, from its left. */
        public String left(Instant instant) {
            double part = (double) Duration.between(until.minus(DAY), instant).toMillis() / DAY.toMillis();
            return String.format(Locale.ROOT, "%.2f%%", part * 100);
        }

        /** Whether there is room for a sign over each mark. */
        public boolean hasSigns() {
            return past.size() <= SIGNS;
        }
    }

    /**
     * One sensor.
     *
     * @param told what it told last, the newest first
     */
    public record Watched(Sensor sensor, boolean on, List<Told> told) {}

    /**
     * Something that a sensor told.
     *
     * @param run the run that it started; null if none
     */
    public record Told(
            Instant at, Fact.Sensed sensed, @Nullable RunRecord run) {
        /** The state of the run that it started, else of the look itself. */
        public String state() {
            return run == null ? sensed.state().text() : run.status().text();
        }
    }

    /** An hour on the strip. */
    public record Hour(String left, ZonedDateTime time) {
        /** The hour; at midnight the day that begins. */
        public String text() {
            return time.getHour() == 0 ? time.toLocalDate().toString().substring(5) : time.getHour() + ":00";
        }
    }

    /**
     * A tick that is still to come.
     *
     * @param change the change of the clock on its day; null on an ordinary day
     */
    public record Coming(Tick tick, @Nullable ClockChange change) {
        /** Whether the wall clock shows another time then than the one that was asked for. */
        public boolean isMoved(ZoneId zone) {
            return !tick.asked().equals(List.of(tick.due().atZone(zone).toLocalDateTime()));
        }
    }

    /** The state of the run that a tick started, else that of the tick itself. */
    public static String state(TickQueries.Past past) {
        State state = past.ticked().state();
        return past.run() == null ? state.text() : past.run().status().text();
    }

    /** The wall-clock times that a tick stands for: {@code 00:00, 00:30} */
    public static String times(List<LocalDateTime> asked) {
        return asked.stream().map(time -> time.toLocalTime().toString()).collect(Collectors.joining(", "));
    }

    /** What the clock would show; with its day where it changes by days. */
    public static String from(ClockChange change) {
        return text(change, change.from());
    }

    /** What it shows. */
    public static String to(ClockChange change) {
        return text(change, change.to());
    }

    private static String text(ClockChange change, LocalDateTime time) {
        boolean byDays = change.forward().abs().toHours() >= 12;
        return byDays ? time.toString() : time.toLocalTime().toString();
    }
}
