package orquesta.datasets.generate;

import java.util.List;

/**
 * Chance from a seed: SplitMix64, the algorithm of {@code SplittableRandom}, written out so that no JDK and no change of how it bounds
 * numbers can alter a byte of the data. Each row has its own stream, so that a row can be made again without those before it.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed, long stream) {
        state = mixed(seed + mixed(stream * GOLDEN));
    }

    /** A number from 0 up to, but without, the bound. */
    int below(int bound) {
        state += GOLDEN;
        return (int) (((mixed(state) >>> 32) * bound) >>> 32);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    int pick(int... values) {
        return values[below(values.length)];
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    private static long mixed(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
