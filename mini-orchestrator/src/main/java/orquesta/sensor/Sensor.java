package orquesta.sensor;

import java.time.Duration;
import orquesta.text.Durations;
import orquesta.text.UserException;

/**
 * A rule that runs a job when something happened:
 *
 * <pre>{@code
 * Sensor.named("llego_un_archivo").files("entrada/*.csv").runs("carga")
 * Sensor.named("tras_la_carga").after("carga").runs("reporte")
 * Sensor.named("precios_nuevos").published("productos").runs("reporte")
 * Sensor.named("cola").looks(look -> SensorAnswer.waits("empty")).every("5s").runs("carga")
 * }</pre>
 *
 * @param watches what it watches, in words; a change of it is a change of the sensor
 * @param period how long it waits between two looks, such as {@code 30s}
 * @param job the name of the job that it runs
 */
public record Sensor(String name, String watches, Code code, String period, String job) {
    private static final String PERIOD = "10s";

    /** Looks once. What it throws is told, and it looks again at its next time. */
    @FunctionalInterface
    public interface Code {
        SensorAnswer look(SensorLook look) throws Exception;

        /** The cursor of a sensor that nobody has watched yet: from here on it sees. */
        default String begins(SensorLook look) {
            return "";
        }
    }

    /** Begins a sensor; {@link Named#files} or another, then {@link Watching#runs} end it. */
    public static Named named(String name) {
        return new Named(name);
    }

    /**
     * How long it waits between two looks.
     *
     * @throws UserException if that cannot be read, or is less than a tenth of a second
     */
    public Duration every() {
        return Durations.parse(period)
                .filter(duration -> duration.toMillis() >= 100)
                .orElseThrow(() -> new UserException(name, "sensor.period", period));
    }

    /** A sensor that does not yet say what it watches. */
    public record Named(String name) {
        /**
         * Files that are new, or that changed: those that a pattern such as {@code entrada/*.csv} names. A file counts once two
         * looks in a row find it alike, so that nobody reads half of one.
         */
        public Watching files(String pattern) {
            return new Watching(name, "files " + pattern, new FileWatch(pattern), PERIOD);
        }

        /** A run of another job that ended well. */
        public Watching after(String job) {
            return new Watching(name, "job " + job, new NumberWatch(job, memory -> memory.lastWell(job)), PERIOD);
        }

        /** An asset that is published. */
        public Watching published(String asset) {
            return new Watching(
                    name, "asset " + asset, new NumberWatch(asset, memory -> memory.published(asset)), PERIOD);
        }

        /** Whatever code of yours finds. */
        public Watching looks(Code code) {
            return new Watching(name, "code", code, PERIOD);
        }
    }

    /** A sensor that does not yet say what it runs. */
    public record Watching(String name, String watches, Code code, String period) {
        /** Looks so often; every ten seconds if nothing is said. */
        public Watching every(String other) {
            return new Watching(name, watches, code, other);
        }

        /** Runs a job of the same pipeline. */
        public Sensor runs(String job) {
            return new Sensor(name, watches, code, period, job);
        }
    }
}
