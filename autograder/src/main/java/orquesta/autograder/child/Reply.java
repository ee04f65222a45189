package orquesta.autograder.child;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the child says of one call. The first byte says which of these it is. */
public final class Reply {
    /** Before any student's class is loaded: what goes wrong until then is ours. */
    public static final int HELLO = 0;

    public static final int TABLE = 1;
    public static final int THREW = 2;
    public static final int NO_LIST = 3;
    public static final int NO_ENTRY = 4;
    public static final int TOO_LONG = 5;
    public static final int STOPPED = 6;
    /** A value of any type, and the arguments as they are then. */
    public static final int RETURNED = 7;
    /** As {@link #THREW}, with the classes above it and what it holds. */
    public static final int FAILED = 8;

    /** More rows than this are not copied. */
    public static final int MOST_ROWS = 100_000;

    /** The classes whose text is their value; all of them final but BigDecimal, so the class itself is compared. */
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Double.class,
            Float.class,
            BigDecimal.class,
            Boolean.class,
            LocalDate.class);

    private Reply() {}

    public static byte[] hello() throws IOException {
        return Wire.frame(out -> out.writeByte(HELLO));
    }

    static byte[] noEntry(String what) throws IOException {
        return Wire.frame(out -> {
            out.writeByte(NO_ENTRY);
            Wire.writeText(out, what);
        });
    }

    static byte[] noList(@Nullable Object found) throws IOException {
        return Wire.frame(out -> {
            out.writeByte(NO_LIST);
            Wire.writeText(out, found == null ? null : found.getClass().getName());
        });
    }

    static byte[] tooLong() throws IOException {
        return Wire.frame(out -> out.writeByte(TOO_LONG));
    }

    public static byte[] stopped(StackTraceElement[] stack) throws IOException {
        return Wire.frame(out -> {
            out.writeByte(STOPPED);
            Thrown.writeFrames(out, stack);
        });
    }

    static byte[] threw(Throwable thrown) throws IOException {
        return Wire.frame(out -> {
            out.writeByte(THREW);
            Thrown.write(out, thrown);
        });
    }

    /**
     * The returned rows, and the input as it is after the call, both as {@link #rows} has copied them.
     *
     * @param columns their names; none where rows are records
     */
    static byte[] table(List<String> columns, byte[] returned, byte[] after) throws IOException {
        if (returned.length == 0 || after.length == 0) {
            return tooLong();
        }
        byte[] frame = Wire.frame(out -> {
            out.writeByte(TABLE);
            out.writeInt(columns.size());
            for (String column : columns) {
                Wire.writeText(out, Thrown.cut(column));
            }
            out.write(returned);
            out.write(after);
        });
        return frame.length > Wire.LONGEST ? tooLong() : frame;
    }

    /** Rows as they cross; none of them, not even their number, if there are more than are copied. */
    static byte[] rows(List<List<@Nullable Object>> rows) throws IOException {
        return rows.size() > MOST_ROWS ? new byte[0] : Wire.frame(out -> writeRows(out, rows));
    }

    /** The components of a record; of anything else its class, as the only value. */
    static List<@Nullable Object> values(@Nullable Object row, Class<?> type) throws ReflectiveOperationException {
        List<@Nullable Object> values = new ArrayList<>();
        if (row == null || row.getClass() != type || !type.isRecord()) {
            values.add(row);
            return values;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            try {
                values.add(component.getAccessor().invoke(row));
            } catch (InvocationTargetException e) {
                throw new ReflectiveOperationException(e.getCause());
            }
        }
        return values;
    }

    private static void writeRows(DataOutputStream out, List<List<@Nullable Object>> rows) throws IOException {
        out.writeInt(rows.size());
        for (List<@Nullable Object> row : rows) {
            out.writeInt(row.size());
            for (@Nullable Object value : row) {
                writeValue(out, value);
            }
        }
    }

    private static void writeValue(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            Wire.writeText(out, null);
            return;
        }
        Class<?> type = value.getClass();
        boolean plain = PLAIN.contains(type);
        Wire.writeText(out, plain ? type.getSimpleName() : type.getName());
        Wire.writeText(out, plain ? Thrown.cut(value.toString()) : null);
    }
}
