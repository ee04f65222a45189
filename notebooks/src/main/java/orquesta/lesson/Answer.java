package orquesta.lesson;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a student answered: {@code "b"}, {@code 2}, {@code "abce"}, or the value that was asked for.
 *
 * @param given as it was given; null is no answer
 */
record Answer(@Nullable Object given) {
    boolean isMissing() {
        return given == null || given.toString().isBlank();
    }

    String text() {
        return String.valueOf(given).strip();
    }

    /** The letters alone, small: of {@code "la C"} and {@code "c)"} it is {@code "c"}. */
    String letters() {
        return text().toLowerCase(Locale.ROOT).replaceFirst("^la\\s+", "").replaceAll("[\\s,;.()]", "");
    }

    /** The options that were chosen, from 0; one beyond the last is a letter or number that no option has. */
    List<Integer> chosen() {
        if (given instanceof Number number) {
            return List.of(number.intValue() - 1);
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        letters().chars().forEach(letter -> chosen.add(Character.isDigit(letter) ? letter - '1' : letter - 'a'));
        return List.copyOf(chosen);
    }

    /** The option whose value this is. */
    OptionalInt among(List<Option> options) {
        return IntStream.range(0, options.size())
                .filter(i -> is(String.valueOf(options.get(i).value())))
                .findFirst();
    }

    private boolean is(String value) {
        try {
            BigDecimal wanted = new BigDecimal(value);
            BigDecimal number = new BigDecimal(text());
            // A double is never exactly 703.98; it is taken as it is printed with as many decimals.
            return wanted.compareTo(isDouble() ? number.setScale(wanted.scale(), RoundingMode.HALF_UP) : number) == 0;
        } catch (NumberFormatException e) {
            return value.strip().equalsIgnoreCase(text());
        }
    }

    private boolean isDouble() {
        return given instanceof Double || given instanceof Float;
    }
}
