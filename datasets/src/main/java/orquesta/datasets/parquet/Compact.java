package orquesta.datasets.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Thrift's compact protocol, in which Parquet describes itself; fields must come in the order of their numbers. */
final class Compact {
    static final int I32 = 5;
    static final int BINARY = 8;
    static final int STRUCT = 12;
    private static final int I64 = 6;
    private static final int LIST = 9;

    private final Bytes bytes = new Bytes();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    Bytes bytes() {
        return bytes;
    }

    private void field(int number, int type) {
        bytes.add(((number - last) << 4) | type);
        last = number;
    }

    Compact i32(int number, int value) {
        field(number, I32);
        return value(value);
    }

    Compact i64(int number, long value) {
        field(number, I64);
        return value(value);
    }

    Compact text(int number, String text) {
        field(number, BINARY);
        return text(text);
    }

    Compact list(int number, int type, int size) {
        field(number, LIST);
        if (size < 15) {
            bytes.add((size << 4) | type);
        } else {
            bytes.add(0xF0 | type);
            bytes.addGroups(size);
        }
        return this;
    }

    /** An element of a list of numbers. */
    Compact value(long value) {
        bytes.addGroups((value << 1) ^ (value >> 63));
        return this;
    }

    /** An element of a list of texts. */
    Compact text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.addGroups(utf8.length);
        bytes.add(utf8, 0, utf8.length);
        return this;
    }

    Compact begin(int number) {
        field(number, STRUCT);
        return begin();
    }

    /** An element of a list of structures. */
    Compact begin() {
        outer.push(last);
        last = 0;
        return this;
    }

    Compact end() {
        bytes.add(0);
        last = outer.pop();
        return this;
    }
}
