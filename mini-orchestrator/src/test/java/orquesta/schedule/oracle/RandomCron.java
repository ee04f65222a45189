package orquesta.schedule.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Expressions and garbage from a seed, and what is a little shorter than a given expression. */
final class RandomCron {
    private static final String[] MONTHS = {
        "jan", "Feb", "MAR", "apr", "May", "JUN", "jul", "aUg", "SEP", "oct", "Nov", "DEC"
    };
    private static final String[] WEEKDAYS = {"sun", "Mon", "TUE", "wed", "Thu", "FRI", "sat", "SUN"};
    private static final String SIGNS = "*/-,0123456789 /-,0123456789?LW#H~+.@SUNfriM\t٣";

    private final Random random;

    RandomCron(long seed) {
        random = new Random(seed);
    }

    /** Five fields that look right; most are. */
    String expression() {
        return field(0, 59, new String[0]) + " " + hour() + " " + field(1, 31, new String[0]) + " "
                + field(1, 12, MONTHS) + " " + field(0, 7, WEEKDAYS);
    }

    /** An expression with one or two signs changed, taken away or added: some are right by chance. */
    String garbage() {
        StringBuilder text = new StringBuilder(expression());
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, sign);
                case 1 -> text.insert(at, sign);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    private String hour() {
        return random.nextInt(3) == 0 ? "*" : field(0, 23, new String[0]);
    }

    private String field(int least, int most, String[] names) {
        int kind = random.nextInt(10);
        if (kind < 3) {
            return "*";
        }
        int items = kind < 8 ? 1 : 1 + random.nextInt(3);
        return IntStream.range(0, items).mapToObj(i -> item(least, most, names)).collect(Collectors.joining(","));
    }

    private String item(int least, int most, String[] names) {
        int first = least + random.nextInt(most - least + 1);
        int second = least + random.nextInt(most - least + 1);
        String from = name(Math.min(first, second), least, names);
        String range = from + "-" + name(Math.max(first, second), least, names);
        return switch (random.nextInt(6)) {
            case 0 -> "*/" + step();
            case 1, 2 -> range;
            case 3 -> range + "/" + step();
            case 4 -> "*";
            default -> from;
        };
    }

    private String step() {
        return random.nextInt(20) == 0 ? "9".repeat(1 + random.nextInt(20)) : String.valueOf(1 + random.nextInt(40));
    }

    private String name(int value, int least, String[] names) {
        boolean named = names.length > 0 && random.nextBoolean();
        return named ? names[value - least] : String.valueOf(value);
    }

    /** The same with one field or item made simpler, simplest first. */
    static List<String> shorter(String expression) {
        String[] fields = expression.split("[ \t]+", -1);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            for (String simpler : simpler(fields[i])) {
                String[] copy = fields.clone();
                copy[i] = simpler;
                all.add(String.join(" ", copy));
            }
        }
        return all;
    }

    private static List<String> simpler(String field) {
        if (field.equals("*")) {
            return List.of();
        }
        List<String> all = new ArrayList<>(List.of("*"));
        String[] items = field.split(",", -1);
        if (items.length > 1) {
            all.addAll(List.of(items));
        }
        if (field.contains("/")) {
            all.add(field.substring(0, field.lastIndexOf('/')));
        }
        if (field.contains("-")) {
            all.add(field.substring(0, field.indexOf('-')));
        }
        all.removeIf(simpler -> simpler.length() >= field.length() && !simpler.equals("*"));
        return all;
    }
}
