package orquesta.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One pass over the bytes of a file, eight at a time where they are plain, that answers what has to be known of the whole file
 * before its first row is read: is it valid UTF-8, is there a NUL, is there a carriage return that ends no line.
 */
final class ByteScan {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private boolean utf8 = true;
    private boolean loneReturn;
    private boolean nul;
    private boolean afterReturn;

    /** How many bytes the character under way still needs, and between which bounds the next of them must be. */
    private int needed;

    private int low = 0x80;
    private int high = 0xBF;

    private ByteScan() {}

    static ByteScan of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in, 1 << 18);
        }
    }

    static ByteScan of(InputStream in, int buffer) throws IOException {
        ByteScan scan = new ByteScan();
        byte[] bytes = new byte[buffer];
        for (int count = in.read(bytes); count >= 0 && !scan.nul; count = in.read(bytes)) {
            scan.take(bytes, count);
        }
        scan.loneReturn |= scan.afterReturn;
        scan.utf8 &= scan.needed == 0;
        return scan;
    }

    boolean utf8() {
        return utf8;
    }

    /** A carriage return without a line feed after it: text, not the end of a line. */
    boolean loneReturn() {
        return loneReturn;
    }

    boolean nul() {
        return nul;
    }

    private void take(byte[] bytes, int count) {
        int at = 0;
        while (at < count) {
            if (needed == 0 && !afterReturn) {
                while (at + 8 <= count && plain((long) EIGHT.get(bytes, at))) {
                    at += 8;
                }
            }
            for (int end = Math.min(at + 8, count); at < end; at++) {
                take(bytes[at]);
            }
        }
    }

    /** Eight bytes of ASCII without NUL and carriage return: then nothing has to be looked at one by one. */
    private static boolean plain(long eight) {
        long returns = eight ^ (ONES * '\r');
        long zeros = (eight - ONES) & ~eight;
        return ((eight | zeros | ((returns - ONES) & ~returns)) & HIGHS) == 0;
    }

    private void take(byte signed) {
        int b = signed & 0xFF;
        loneReturn |= afterReturn && b != '\n';
        afterReturn = b == '\r';
        nul |= b == 0;
        if (utf8 && (needed > 0 || b >= 0x80)) {
            if (needed > 0) {
                next(b);
            } else {
                first(b);
            }
        }
    }

    /** The first byte of a character; RFC 3629 rules out overlong forms, surrogates and what is above U+10FFFF. */
    private void first(int b) {
        utf8 = b >= 0xC2 && b <= 0xF4;
        needed = 1;
        needed += b >= 0xE0 ? 1 : 0;
        needed += b >= 0xF0 ? 1 : 0;
        low = 0x80;
        high = 0xBF;
        switch (b) {
            case 0xE0 -> low = 0xA0;
            case 0xED -> high = 0x9F;
            case 0xF0 -> low = 0x90;
            case 0xF4 -> high = 0x8F;
            default -> {}
        }
    }

    private void next(int b) {
        utf8 = b >= low && b <= high;
        needed--;
        low = 0x80;
        high = 0xBF;
    }
}
