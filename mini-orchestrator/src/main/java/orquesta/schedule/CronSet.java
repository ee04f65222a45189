package orquesta.schedule;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The values that one field of a cron expression means.
 *
 * @param starred whether the field begins with a star: then it restricts nothing by itself
 */
public record CronSet(BitSet bits, boolean starred) {
    public boolean has(int value) {
        return bits.get(value);
    }

    /** In ascending order. */
    IntStream values() {
        return bits.stream();
    }
}
