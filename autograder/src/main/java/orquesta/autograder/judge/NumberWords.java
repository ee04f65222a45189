package orquesta.autograder.judge;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** A number as people write it: {@code 1.234,50}, {@code 1234.50}, {@code $ -217.710}. */
final class NumberWords {
    private static final int LONGEST = 40;
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]+([.,][0-9]+)*");

    private NumberWords() {}

    /** What it can mean: two things where one sign stands before three digits, which may be thousands; none if it is no number. */
    static List<BigDecimal> readings(String text) {
        String plain =
                text.replaceAll("(?i)[\\s\\u00A0\\u202F_$%]|pesos|clp", "").replace('−', '-');
        if (plain.length() > LONGEST || !DIGITS.matcher(plain).matches()) {
            return List.of();
        }
        int point = plain.lastIndexOf('.');
        int comma = plain.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            return List.of(decimal(plain, Math.max(point, comma)));
        }
        int last = Math.max(point, comma);
        if (last < 0) {
            return List.of(new BigDecimal(plain));
        }
        boolean several = plain.indexOf(plain.charAt(last)) != last;
        if (several) {
            return List.of(whole(plain));
        }
        return plain.length() - last == 4 ? List.of(decimal(plain, last), whole(plain)) : List.of(decimal(plain, last));
    }

    private static BigDecimal whole(String text) {
        return new BigDecimal(text.replaceAll("[.,]", ""));
    }

    private static BigDecimal decimal(String text, int at) {
        String before = text.substring(0, at).replaceAll("[.,]", "");
        return new BigDecimal(before + "." + text.substring(at + 1));
    }
}
