package orquesta.datasets.parquet;

/** Small numbers side by side, each of so many bits, the lowest bits first. */
final class Bits {
    private final Bytes bytes = new Bytes();
    private long pending;
    private int used;
    private int count;

    int count() {
        return count;
    }

    void clear() {
        bytes.clear();
        pending = 0;
        used = 0;
        count = 0;
    }

    /** @param width at most 32 */
    void add(int value, int width) {
        pending |= (value & 0xFFFFFFFFL) << used;
        used += width;
        count++;
        if (used >= 32) {
            bytes.addInt((int) pending);
            pending >>>= 32;
            used -= 32;
        }
    }

    /** All of them, with zeros behind the last up to a whole byte. */
    void appendTo(Bytes out) {
        out.add(bytes);
        for (int left = used; left > 0; left -= 8) {
            out.add((int) (pending >>> (used - left)));
        }
    }

    /** Zeros until there are so many. */
    void pad(int wanted, int width) {
        while (count < wanted) {
            add(0, width);
        }
    }
}
