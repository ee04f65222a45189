package orquesta.schedule;

import java.time.Duration;
import orquesta.text.Durations;
import orquesta.text.UserException;

/**
 * A rule that runs a job again and again:
 * {@code Schedule.named("cada_manana").cron("30 7 * * *", "America/Santiago").runs("reporte_diario")}.
 *
 * @param job the name of the job that each tick runs
 * @param missed what becomes of ticks that nobody was there for
 */
public record Schedule(String name, Timing timing, String job, MissedTicks missed) {
    /** Begins a schedule; {@link Named#cron} or {@link Named#every}, then {@link Timed#runs} end it. */
    public static Named named(String name) {
        return new Named(name);
    }

    /** The same schedule with another rule for ticks that were missed; as it comes, only the newest is run. */
    public Schedule missed(MissedTicks rule) {
        return new Schedule(name, timing, job, rule);
    }

    /** A schedule that does not yet say when. */
    public record Named(String name) {
        /**
         * At the wall-clock times of a zone.
         *
         * @param expression five fields, or one of {@code @hourly @daily @midnight @weekly @monthly @yearly @annually}
         * @param zone a name of the time-zone data, such as {@code America/Santiago}
         * @throws UserException if the expression or the zone cannot be read
         */
        public Timed cron(String expression, String zone) {
            return new Timed(name, new CronTiming(Cron.parse(expression), Zones.of(zone)));
        }

        /**
         * Every so often, whatever clocks on walls say.
         *
         * @param period such as {@code 90m}; a second at least
         * @throws UserException if it is no duration, or too short
         */
        public Timed every(String period) {
            Duration read = Durations.parse(period)
                    .filter(duration -> duration.toSeconds() >= 1)
                    .orElseThrow(() -> new UserException(name, "schedule.period", period));
            return new Timed(name, new EveryTiming(read));
        }
    }

    /** A schedule that does not yet say what. */
    public record Timed(String name, Timing timing) {
        /** Runs a job of the same pipeline. */
        public Schedule runs(String job) {
            return new Schedule(name, timing, job, MissedTicks.LAST);
        }
    }
}
