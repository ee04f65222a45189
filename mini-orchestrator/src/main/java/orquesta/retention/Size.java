package orquesta.retention;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.text.UserException;

/** A size as people write it: {@code 2GiB}, {@code 500 MiB}, {@code 1.5GB}, or a number of bytes. */
public final class Size {
    private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*([KMGT]?)(I?)B?");
    private static final String UNITS = "KMGT";
    private static final int BINARY = 1_024;
    private static final int DECIMAL = 1_000;

    private Size() {}

    /**
     * The bytes of a written size; {@code K}, {@code KiB} and the like count by 1,024, {@code KB} by 1,000.
     *
     * @throws UserException if it is none
     */
    public static long parse(String element, String text) {
        Matcher written = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!written.matches()) {
            throw new UserException(element, "clean.size", text);
        }
        boolean decimal = written.group(3).isEmpty() && written.group().endsWith("B");
        double number = Double.parseDouble(written.group(1).replace(',', '.'));
        int times = written.group(2).isEmpty() ? 0 : UNITS.indexOf(written.group(2)) + 1;
        return Math.round(number * Math.pow(decimal ? DECIMAL : BINARY, times));
    }

    /** {@code 2 GiB}; below a KiB in bytes. */
    public static String text(long bytes) {
        double rest = bytes;
        int times = 0;
        while (rest >= BINARY && times < UNITS.length()) {
            rest /= BINARY;
            times++;
        }
        if (times == 0) {
            return bytes + " B";
        }
        String number = String.format(Locale.ROOT, "%.1f", rest).replaceFirst("\\.0$", "");
        return number + " " + UNITS.charAt(times - 1) + "iB";
    }
}
