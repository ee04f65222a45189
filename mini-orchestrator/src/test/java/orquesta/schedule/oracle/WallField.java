package orquesta.schedule.oracle;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the five fields: which numbers and names it knows, and how it reads a list of {@code *}, a, a-b, *&#47;n, a-b/n. */
enum WallField {
    MINUTE(0, 59, ""),
    HOUR(0, 23, ""),
    DAY(1, 31, ""),
    MONTH(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    WEEKDAY(0, 7, "SUN MON TUE WED THU FRI SAT");

    private static final Pattern ITEM =
            Pattern.compile("(?:(?<star>\\*)|(?<from>[0-9A-Za-z]+)(?:-(?<to>[0-9A-Za-z]+))?)(?:/(?<step>[0-9]+))?");

    private final int least;
    private final int most;
    private final String names;

    WallField(int least, int most, String names) {
        this.least = least;
        this.most = most;
        this.names = names;
    }

    Set<Integer> read(String field) throws Ticks.Refused {
        Set<Integer> values = new TreeSet<>();
        for (String item : field.split(",", -1)) {
            Matcher match = ITEM.matcher(item);
            if (!match.matches()) {
                throw new Ticks.Refused(this + " " + item);
            }
            add(match, values);
        }
        return values;
    }

    private void add(Matcher item, Set<Integer> values) throws Ticks.Refused {
        int from = least;
        int to = most;
        if (item.group("star") == null) {
            from = value(item.group("from"));
            to = item.group("to") == null ? from : lastValue(item.group("to"));
        }
        boolean single = item.group("star") == null && item.group("to") == null;
        if (from > to || (single && item.group("step") != null)) {
            throw new Ticks.Refused(this + " " + item.group());
        }
        BigInteger step = item.group("step") == null ? BigInteger.ONE : new BigInteger(item.group("step"));
        if (step.signum() == 0) {
            throw new Ticks.Refused(this + " step of zero " + item.group());
        }
        for (int value = from; value <= to; value++) {
            if (BigInteger.valueOf(value - from).mod(step).signum() == 0) {
                values.add(this == WEEKDAY ? value % 7 : value);
            }
        }
    }

    /** Sunday is 7 where a range ends by its name. */
    private int lastValue(String text) throws Ticks.Refused {
        return this == WEEKDAY && text.equalsIgnoreCase("SUN") ? 7 : value(text);
    }

    private int value(String text) throws Ticks.Refused {
        int name = List.of(names.split(" ")).indexOf(text.toUpperCase(Locale.ROOT));
        if (name >= 0) {
            return least + name;
        }
        if (text.matches("[0-9]+")) {
            BigInteger number = new BigInteger(text);
            if (number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0) {
                return number.intValue();
            }
        }
        throw new Ticks.Refused(this + " knows no " + text);
    }
}
