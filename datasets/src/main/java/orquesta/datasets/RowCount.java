package orquesta.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts the rows of a CSV file by its bytes, knowing nothing of the reader of records: a check that rows in are rows used and rows
 * refused must not ask the reader that may have lost some. A record ends at a line feed outside quotes; one without a byte is none.
 */
final class RowCount {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Less is not worth a thread. */
    private static final int SMALLEST_PART = 16 << 20;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    /** Where in a field the next byte stands. */
    private enum Place {
        START,
        PLAIN,
        QUOTED,
        /** After a quote inside quotes, which closes them unless another follows. */
        CLOSED
    }

    private final byte delimiter;
    private Place place = Place.START;

    /** How many bytes of the record under way there were, and the last of them. */
    private long length;

    private byte last;
    private long records;
    private boolean cuts = true;

    private RowCount(char delimiter) {
        this.delimiter = (byte) delimiter;
    }

    /** The records but the header. */
    static long of(Path file) throws IOException {
        long most = Files.size(file) / SMALLEST_PART + 1;
        return of(file, (int) Math.min(Runtime.getRuntime().availableProcessors(), most));
    }

    /**
     * Counts in so many parts side by side, each from behind a line feed on. That is right where no quotes are open, which whoever
     * counted the part before knows; else he goes on into the next one.
     */
    static long of(Path file, int parts) throws IOException {
        long commas = new RowCount(',').fieldsOfHeader(file);
        long semicolons = new RowCount(';').fieldsOfHeader(file);
        char delimiter = semicolons > commas ? ';' : ',';
        long[] starts = starts(file, parts);
        try {
            List<RowCount> counted = IntStream.range(0, parts)
                    .parallel()
                    .mapToObj(part -> new RowCount(delimiter).take(file, starts[part], starts[part + 1]))
                    .toList();
            RowCount all = counted.get(0);
            for (int part = 1; part < parts; part++) {
                RowCount next = counted.get(part);
                if (all.length == 0) {
                    next.records += all.records;
                    all = next;
                } else {
                    all.take(file, starts[part], starts[part + 1]);
                }
            }
            all.endRecord(0);
            return Math.max(0, all.records - 1);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Where parts of about one size begin, the first behind a byte order mark; last where the file ends. */
    private static long[] starts(Path file, int parts) throws IOException {
        long size = Files.size(file);
        long[] starts = new long[parts + 1];
        starts[parts] = size;
        try (InputStream in = bytes(file, 0)) {
            starts[0] = in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF ? 3 : 0;
        }
        for (int part = 1; part < parts; part++) {
            starts[part] = behindFeed(file, Math.max(starts[part - 1], size * part / parts));
        }
        return starts;
    }

    private static long behindFeed(Path file, long from) throws IOException {
        long at = from;
        try (InputStream in = bytes(file, from)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                if (b == '\n') {
                    return at;
                }
            }
        }
        return at;
    }

    private static InputStream bytes(Path file, long from) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(from);
        return in;
    }

    /** How many fields this delimiter cuts the header into, or none if it leaves text after a closing quote. */
    private long fieldsOfHeader(Path file) throws IOException {
        long fields = 1;
        try (InputStream in = bytes(file, starts(file, 1)[0])) {
            for (int b = in.read(); b >= 0 && records == 0; b = in.read()) {
                fields += b == delimiter && place != Place.QUOTED ? 1 : 0;
                take((byte) b);
            }
        }
        return cuts ? fields : 0;
    }

    private RowCount take(Path file, long from, long to) {
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = bytes(file, from)) {
            long left = to - from;
            while (left > 0) {
                int count = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                take(buffer, count);
                left = count == 0 ? 0 : left - count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void take(byte[] bytes, int count) {
        int at = 0;
        while (at < count) {
            while (place != Place.CLOSED && at + 8 <= count && uneventful((long) EIGHT.get(bytes, at))) {
                at += 8;
                length += 8;
                last = bytes[at - 1];
                if (place != Place.QUOTED) {
                    place = last == delimiter ? Place.START : Place.PLAIN;
                }
            }
            for (int end = Math.min(at + 8, count); at < end; at++) {
                take(bytes[at]);
            }
        }
    }

    /** Eight bytes without a quote and a line feed: then only the last of them says where the next one stands. */
    private static boolean uneventful(long eight) {
        long quotes = eight ^ (ONES * '"');
        long feeds = eight ^ (ONES * '\n');
        return ((((quotes - ONES) & ~quotes) | ((feeds - ONES) & ~feeds)) & HIGHS) == 0;
    }

    private void take(byte b) {
        if (b == '\n' && place != Place.QUOTED) {
            endRecord(last == '\r' ? 1 : 0);
            return;
        }
        length++;
        last = b;
        if (place == Place.QUOTED) {
            place = b == '"' ? Place.CLOSED : Place.QUOTED;
        } else if (b == '"' && place != Place.PLAIN) {
            place = Place.QUOTED;
        } else if (b == delimiter) {
            place = Place.START;
        } else if (b != '\r' || place != Place.CLOSED) {
            cuts &= place != Place.CLOSED;
            place = Place.PLAIN;
        }
    }

    /** @param ending how many of its bytes belong to the end of the line */
    private void endRecord(int ending) {
        records += length > ending ? 1 : 0;
        length = 0;
        last = 0;
        place = Place.START;
    }
}
