package orquesta.datasets.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Different texts, each with its place among them, counted from 0. */
final class TextIndex {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final Bytes texts = new Bytes();
    private int[] slots = new int[1024]; // one more than a place, 0 where there is none
    private int[] hashes = new int[512];
    private int[] starts = new int[512];
    private int[] lengths = new int[512];
    private int count;

    int count() {
        return count;
    }

    /** The texts as a page of Parquet holds them. */
    Bytes texts() {
        return texts;
    }

    int start(int place) {
        return starts[place];
    }

    int length(int place) {
        return lengths[place];
    }

    void clear() {
        Arrays.fill(slots, 0);
        texts.clear();
        count = 0;
    }

    /** The place of a text, which is added if it is new. */
    int place(byte[] bytes, int from, int length) {
        int hash = hash(bytes, from, length);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int place = slots[slot] - 1;
            if (place < 0) {
                slots[slot] = count + 1;
                return add(hash, bytes, from, length);
            }
            if (hashes[place] == hash && lengths[place] == length && texts.holds(starts[place], bytes, from, length)) {
                return place;
            }
        }
    }

    private int add(int hash, byte[] bytes, int from, int length) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        hashes[count] = hash;
        starts[count] = texts.addText(bytes, from, length);
        lengths[count] = length;
        count++;
        if (count * 2 > slots.length) {
            spread();
        }
        return count - 1;
    }

    private void spread() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int place = 0; place < count; place++) {
            int slot = hashes[place] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = place + 1;
        }
    }

    private static int hash(byte[] bytes, int from, int length) {
        long hash = length;
        int at = from;
        for (int last = from + length - 8; at <= last; at += 8) {
            hash = (hash ^ (long) LONG.get(bytes, at)) * FACTOR;
            hash ^= hash >>> 29;
        }
        for (int end = from + length; at < end; at++) {
            hash = (hash ^ bytes[at]) * FACTOR;
        }
        return (int) (hash ^ hash >>> 32);
    }
}
