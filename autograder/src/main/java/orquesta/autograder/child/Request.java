package orquesta.autograder.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case for the child.
 *
 * @param locale the default locale meanwhile, as a language tag; empty is the root locale
 * @param fixed the list refuses modification
 * @param columns name and type of each column of a table of a library
 * @param earlier the inputs of calls before it
 * @param rows the input; each value as text, or null
 */
public record Request(
        Entry entry,
        String locale,
        boolean fixed,
        int calls,
        List<List<String>> columns,
        List<List<List<@Nullable String>>> earlier,
        List<List<@Nullable String>> rows) {
    /** Rows for records, which name their columns themselves. */
    public Request(Entry entry, String locale, boolean fixed, int calls, List<List<@Nullable String>> rows) {
        this(entry, locale, fixed, calls, List.of(), List.of(), rows);
    }

    /** The method that is called: {@code static List<output> method(List<input>)}. */
    public record Entry(String type, String method, String input, String output) {}

    /** The first byte of its frame. */
    static final int FORM = 0;

    public byte[] frame() throws IOException {
        return Wire.frame(out -> {
            out.writeByte(FORM);
            for (String word : List.of(entry.type, entry.method, entry.input, entry.output, locale)) {
                Wire.writeText(out, word);
            }
            out.writeBoolean(fixed);
            out.writeInt(calls);
            out.writeInt(columns.size());
            for (List<String> column : columns) {
                Wire.writeText(out, column.get(0));
                Wire.writeText(out, column.get(1));
            }
            out.writeInt(earlier.size());
            for (List<List<@Nullable String>> input : earlier) {
                writeRows(out, input);
            }
            writeRows(out, rows);
        });
    }

    private static void writeRows(DataOutputStream out, List<List<@Nullable String>> input) throws IOException {
        out.writeInt(input.size());
        for (List<@Nullable String> row : input) {
            out.writeInt(row.size());
            for (@Nullable String value : row) {
                Wire.writeText(out, value);
            }
        }
    }

    /** What follows the first byte. */
    static Request read(DataInputStream in) throws IOException {
        Entry entry = new Entry(Wire.readWord(in), Wire.readWord(in), Wire.readWord(in), Wire.readWord(in));
        String locale = Wire.readWord(in);
        boolean fixed = in.readBoolean();
        int calls = in.readInt();
        List<List<String>> columns = readColumns(in);
        List<List<List<@Nullable String>>> earlier = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            earlier.add(readRows(in));
        }
        return new Request(entry, locale, fixed, calls, columns, earlier, readRows(in));
    }

    private static List<List<String>> readColumns(DataInputStream in) throws IOException {
        List<List<String>> columns = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            columns.add(List.of(Wire.readWord(in), Wire.readWord(in)));
        }
        return columns;
    }

    private static List<List<@Nullable String>> readRows(DataInputStream in) throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            List<@Nullable String> row = new ArrayList<>();
            for (int values = Wire.readCount(in); values > 0; values--) {
                row.add(Wire.readText(in));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return rows;
    }
}
