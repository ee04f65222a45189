package orquesta.schedule;

import java.time.Duration;
import orquesta.text.Durations;
import orquesta.text.UserException;

/**
 * A rule that runs a job again and again:
 * {@code Schedule.named("cada_manana").cron("30 7 * * *", "America/Santiago").runs("reporte_diario")}.
 *
 * @param expression when, as it was written; read when definitions are validated
 * @param zone the zone whose wall clock is meant; empty for a plain period
 * @param job the name of the job that each tick runs
 * @param missed what becomes of ticks that nobody was there for
 */
public record Schedule(String name, String expression, String zone, String job, MissedTicks missed) {
    /** Begins a schedule; {@link Named#cron} or {@link Named#every}, then {@link Timed#runs} end it. */
    public static Named named(String name) {
        return new Named(name);
    }

    /** The same schedule with another rule for ticks that were missed; as it comes, only the newest is run. */
    public Schedule missed(MissedTicks rule) {
        return new Schedule(name, expression, zone, job, rule);
    }

    /**
     * When it fires.
     *
     * @throws UserException if the expression, the zone or the period cannot be read
     */
    public Timing timing() {
        return Timed.read(name, expression, zone);
    }

    /** When, in one text: two schedules that fire alike are written alike. */
    public String text() {
        return zone.isEmpty() ? "every " + expression : expression + " " + zone;
    }

    /** A schedule that does not yet say when. */
    public record Named(String name) {
        /**
         * At the wall-clock times of a zone.
         *
         * @param expression five fields, or one of {@code @hourly @daily @midnight @weekly @monthly @yearly @annually}
         * @param zone a name of the time-zone data, such as {@code America/Santiago}
         */
        public Timed cron(String expression, String zone) {
            return new Timed(name, expression, zone);
        }

        /**
         * Every so often, whatever clocks on walls say.
         *
         * @param period such as {@code 90m}; a second at least
         */
        public Timed every(String period) {
            return new Timed(name, period, "");
        }
    }

    /** A schedule that does not yet say what. */
    public record Timed(String name, String expression, String zone) {
        /** Runs a job of the same pipeline. */
        public Schedule runs(String job) {
            return new Schedule(name, expression, zone, job, MissedTicks.LAST);
        }

        /**
         * When it fires.
         *
         * @throws UserException if the expression, the zone or the period cannot be read
         */
        public Timing timing() {
            return read(name, expression, zone);
        }

        private static Timing read(String name, String expression, String zone) {
            if (!zone.isEmpty()) {
                return new CronTiming(Cron.parse(expression), Zones.of(zone));
            }
            Duration period = Durations.parse(expression)
                    .filter(duration -> duration.toSeconds() >= 1)
                    .orElseThrow(() -> new UserException(name, "schedule.period", expression));
            return new EveryTiming(period);
        }
    }
}
