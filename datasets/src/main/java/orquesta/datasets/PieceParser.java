package orquesta.datasets;

import java.util.List;

/**
 * Cuts the bytes of a piece into records, by the rules of {@link RecordHandler} and its library, for files that are UTF-8 and in
 * which each carriage return stands before a line feed. It knows no errors: what is not plain is for that reader.
 */
final class PieceParser {
    /** How far the parser came. */
    enum End {
        /** After a whole record. */
        RECORD,
        /** Inside a quoted field: the rest may be in the next piece. */
        IN_QUOTES,
        /** Behind a closing quote was text. */
        NOT_PLAIN
    }

    private static final int UNWANTED = -1;
    private static final int NONE = -1;

    private final byte delimiter;
    private final int[] places;
    private final int[] from;
    private final int[] to;
    private final boolean[] doubled;
    private byte[] bytes = new byte[0];
    private byte[] unquoted = new byte[256];
    private int end;
    private int at;
    private int fields;
    private long lineFeeds;

    PieceParser(CsvFormat format, List<String> wanted) {
        delimiter = (byte) format.delimiter();
        places = format.header().stream().mapToInt(wanted::indexOf).toArray();
        from = new int[wanted.size()];
        to = new int[wanted.size()];
        doubled = new boolean[wanted.size()];
    }

    /**
     * Reads the records of the first so many bytes.
     *
     * @param header whether the first record is that of the names
     */
    End parse(byte[] piece, int length, boolean header, Piece rows) {
        bytes = piece;
        end = length;
        at = 0;
        lineFeeds = 0;
        rows.clear();
        boolean names = header;
        while (at < end) {
            if (bytes[at] == '\n' || (bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n')) {
                at += bytes[at] == '\n' ? 1 : 2;
                lineFeeds++;
                continue;
            }
            long line = lineFeeds;
            End reached = record();
            if (reached != End.RECORD) {
                return reached;
            }
            if (!names) {
                take(line, rows);
            }
            names = false;
        }
        rows.end(lineFeeds);
        return End.RECORD;
    }

    private void take(long line, Piece rows) {
        if (fields != places.length) {
            rows.illegible(line);
            return;
        }
        rows.row(line, true);
        for (int i = 0; i < from.length; i++) {
            if (doubled[i]) {
                rows.column(i).add(unquoted, 0, unquote(from[i], to[i]));
            } else {
                rows.column(i).add(bytes, from[i], to[i] - from[i]);
            }
        }
    }

    /** One record, from its first byte to behind the end of its line. */
    private End record() {
        fields = 0;
        while (true) {
            int ending = at < end && bytes[at] == '"' ? quoted() : plain();
            if (ending == NONE) {
                return at < end ? End.NOT_PLAIN : End.IN_QUOTES;
            }
            if (ending == '\n') {
                return End.RECORD;
            }
        }
    }

    /** A field without quotes around it; returns its delimiter, or the line feed that it ends with, as the end of a file does. */
    private int plain() {
        int start = at;
        byte[] all = bytes;
        int p = at;
        while (p < end && all[p] != delimiter && all[p] != '\n') {
            p++;
        }
        boolean feed = p < end && all[p] == '\n';
        field(start, feed && p > start && all[p - 1] == '\r' ? p - 1 : p, false);
        return endAt(p);
    }

    private int quoted() {
        int start = at + 1;
        byte[] all = bytes;
        boolean twice = false;
        int p = start;
        while (true) {
            while (p < end && all[p] != '"') {
                lineFeeds += all[p] == '\n' ? 1 : 0;
                p++;
            }
            if (p + 1 >= end || all[p + 1] != '"') {
                break;
            }
            twice = true;
            p += 2;
        }
        at = p;
        if (p == end) {
            return NONE;
        }
        field(start, p, twice);
        p++;
        boolean returns = p + 1 < end && all[p] == '\r' && all[p + 1] == '\n';
        if (returns) {
            return endAt(p + 1);
        }
        return p == end || all[p] == delimiter || all[p] == '\n' ? endAt(p) : NONE;
    }

    /** Goes behind the byte that ends a field, and returns it. */
    private int endAt(int p) {
        at = Math.min(p + 1, end);
        boolean more = p < end && bytes[p] == delimiter;
        if (!more) {
            lineFeeds += p < end ? 1 : 0;
        }
        return more ? delimiter : '\n';
    }

    private void field(int start, int stop, boolean twice) {
        int place = fields < places.length ? places[fields] : UNWANTED;
        if (place != UNWANTED) {
            from[place] = start;
            to[place] = stop;
            doubled[place] = twice;
        }
        fields++;
    }

    /** Copies a field with one quote for two; returns how long it is. */
    private int unquote(int start, int stop) {
        if (unquoted.length < stop - start) {
            unquoted = new byte[stop - start];
        }
        int length = 0;
        for (int p = start; p < stop; p++) {
            unquoted[length++] = bytes[p];
            p += bytes[p] == '"' ? 1 : 0;
        }
        return length;
    }
}
