package orquesta.schedule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;
import orquesta.text.UserException;

/** One of the five fields: its name, its bounds, the names of its values. */
enum CronField {
    MINUTE("cron.minute", 0, 59, ""),
    HOUR("cron.hour", 0, 23, ""),
    DAY("cron.day", 1, 31, ""),
    MONTH("cron.month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    WEEKDAY("cron.weekday", 0, 7, "SUN MON TUE WED THU FRI SAT");

    private static final int SUNDAY = 7;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern PART =
            Pattern.compile("(?<from>\\*|[0-9A-Za-z]+)(-(?<to>[0-9A-Za-z]+))?(/(?<step>[0-9]+))?");

    private final String key;
    private final int least;
    private final int most;
    private final String names;

    CronField(String key, int least, int most, String names) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** Reads a list of {@code *}, {@code a}, {@code a-b}, with a step behind a star or a range. */
    CronSet read(String expression, String field) {
        BitSet bits = new BitSet();
        for (String part : field.split(",", -1)) {
            add(expression, part, bits);
        }
        if (this == WEEKDAY && bits.get(SUNDAY)) {
            bits.clear(SUNDAY);
            bits.set(0);
        }
        return new CronSet(bits, field.startsWith("*"));
    }

    private void add(String expression, String part, BitSet bits) {
        Matcher form = PART.matcher(part);
        boolean star = part.startsWith("*");
        if (!form.matches() || (star && form.group("to") != null)) {
            throw refused(expression, "cron.part", part);
        }
        String last = form.group("to");
        if (!star && last == null && form.group("step") != null) {
            String meant = form.group("from") + "-" + most + "/" + form.group("step");
            throw refused(expression, "cron.open_step", part, meant);
        }
        int from = star ? least : value(expression, form.group("from"), false);
        int to = star ? most : from;
        if (last != null) {
            to = value(expression, last, true);
        }
        if (from > to) {
            throw refused(expression, "cron.backwards", part);
        }
        int step = step(expression, form.group("step"));
        for (long value = from; value <= to; value += step) {
            bits.set((int) value);
        }
    }

    /** A step wider than the field takes its first value alone. */
    private int step(String expression, @Nullable String digits) {
        if (digits == null) {
            return 1;
        }
        BigInteger step = new BigInteger(digits);
        if (step.signum() == 0) {
            throw refused(expression, "cron.step", digits);
        }
        return step.min(BigInteger.valueOf(most + 1L)).intValue();
    }

    /** @param ends whether it ends a range: there Sunday is the seventh day, not the day before Monday */
    private int value(String expression, String text, boolean ends) {
        int named = List.of(names.split(" ")).indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            boolean lastDay = this == WEEKDAY && ends && named == 0;
            return lastDay ? SUNDAY : least + named;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw refused(expression, names.isEmpty() ? "cron.number" : "cron.name", text, names);
        }
        BigInteger value = new BigInteger(text);
        if (value.compareTo(BigInteger.valueOf(least)) < 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
            throw refused(expression, "cron.bounds", text);
        }
        return value.intValue();
    }

    /** @param found what the sentence shows after the field's name and bounds */
    private UserException refused(String expression, String sentence, String... found) {
        List<Object> args = new ArrayList<>(List.of(Message.of(key), least, most));
        args.addAll(List.of(found));
        return new UserException(expression, sentence, args.toArray());
    }
}
