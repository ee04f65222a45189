package orquesta.sensor;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What a sensor may ask when it looks.
 *
 * @param cursor how far it saw the last time; empty before the first firing
 * @param now the moment, by the clock that schedules have, too
 * @param root where relative paths start
 * @param memory what the home remembers
 */
public record SensorLook(String cursor, Instant now, Path root, Memory memory) {
    /** What a sensor may know of its home. */
    public interface Memory {
        /** The number of the newest run of a job that ended well; 0 if none did. */
        long lastWell(String job);

        /** A number that grows each time an asset is published; 0 before the first. */
        long published(String asset);
    }
}
