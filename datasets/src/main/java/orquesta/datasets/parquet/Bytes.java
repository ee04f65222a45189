package orquesta.datasets.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes in the making, with numbers as Parquet writes them: little-endian, or in groups of seven bits. */
final class Bytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    void add(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
    }

    void add(byte[] from, int offset, int length) {
        reserve(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    void add(Bytes other) {
        add(other.bytes, 0, other.size);
    }

    void addInt(int value) {
        reserve(4);
        INT.set(bytes, size, value);
        size += 4;
    }

    void addLong(long value) {
        reserve(8);
        LONG.set(bytes, size, value);
        size += 8;
    }

    /** Seven bits a byte, the lowest first. */
    void addGroups(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            add(((int) rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        add((int) rest);
    }

    /** A text as Parquet writes it plainly: its length, then its bytes. Returns where its bytes begin. */
    int addText(byte[] from, int offset, int length) {
        addInt(length);
        add(from, offset, length);
        return size - length;
    }

    boolean holds(int at, byte[] other, int offset, int length) {
        return Arrays.equals(bytes, at, at + length, other, offset, offset + length);
    }

    /** Adds a plain text of another once more. */
    void addPlain(Bytes other, int at, int length) {
        addText(other.bytes, at, length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }
}
