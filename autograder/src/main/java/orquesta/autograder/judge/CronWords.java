package orquesta.autograder.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cron expression of five fields means: two that mean the same are equal, however they are written.
 *
 * @param eitherDay days and weekdays are both given, so one of them is enough
 */
record CronWords(List<TreeSet<Integer>> fields, boolean eitherDay) {
    private static final int[][] BOUNDS = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Pattern PART = Pattern.compile("(\\*|\\d{1,2})(?:-(\\d{1,2}))?(?:/(\\d{1,2}))?");

    /** Empty if it is no such expression. */
    static Optional<CronWords> of(String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        if (words.length != BOUNDS.length) {
            return Optional.empty();
        }
        List<TreeSet<Integer>> fields = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            Optional<TreeSet<Integer>> field = field(numbered(words[i], i), BOUNDS[i]);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        TreeSet<Integer> weekdays = fields.get(4);
        if (weekdays.remove(7)) {
            weekdays.add(0);
        }
        boolean either = !words[2].startsWith("*") && !words[4].startsWith("*");
        if (either && (fields.get(2).size() == 31 || weekdays.size() == 7)) {
            words[2] = "*";
            words[4] = "*";
            return of(String.join(" ", words));
        }
        return Optional.of(new CronWords(fields, either));
    }

    private static String numbered(String word, int field) {
        String text = word;
        List<String> names = field == 3 ? MONTHS : DAYS;
        for (int i = 0; field >= 3 && i < names.size(); i++) {
            text = text.replace(names.get(i), String.valueOf(field == 3 ? i + 1 : i));
        }
        return text;
    }

    private static Optional<TreeSet<Integer>> field(String text, int[] bounds) {
        TreeSet<Integer> values = new TreeSet<>();
        for (String word : text.split(",", -1)) {
            Matcher part = PART.matcher(word);
            if (!part.matches() || !add(part, bounds, values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean add(Matcher part, int[] bounds, TreeSet<Integer> values) {
        boolean star = part.group(1).equals("*");
        int step = part.group(3) == null ? 1 : Integer.parseInt(part.group(3));
        int from = star ? bounds[0] : Integer.parseInt(part.group(1));
        int to = part.group(3) == null && !star ? from : bounds[1];
        to = part.group(2) == null ? to : Integer.parseInt(part.group(2));
        if (step == 0 || from < bounds[0] || to > bounds[1] || from > to || (star && part.group(2) != null)) {
            return false;
        }
        for (int value = from; value <= to; value += step) {
            values.add(value);
        }
        return true;
    }
}
