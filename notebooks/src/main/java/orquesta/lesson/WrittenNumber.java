package orquesta.lesson;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import orquesta.text.Language;

/** Numbers as people write them: 2,986.02 in English, 2.986,02 in Chile. */
final class WrittenNumber {
    private static final String AROUND = "(?i)[\\s\\u00a0\\u202f$]|clp|pesos|\\bde\\b";
    private static final String THOUSAND = "(?i)mil|thousand";
    private static final String MILLION = "(?i)mill(?:[oó]n|ones|ions?)";

    private WrittenNumber() {}

    /**
     * A number in the language's writing, else in the other's where only that can be meant: 703.98 is no group of three.
     * Thousands and millions may be words: {@code 115 millones}.
     */
    static Optional<BigDecimal> read(String text, Language language) {
        String bare = text.replaceAll(AROUND, "");
        String digits = bare.replaceFirst("\\p{L}+$", "");
        String unit = bare.substring(digits.length());
        int zeros = zeros(unit);
        return zeros < 0 ? Optional.empty() : digits(digits, language).map(number -> number.scaleByPowerOfTen(zeros));
    }

    /** How many zeros a word stands for; none without a word, and -1 for a word that counts nothing. */
    private static int zeros(String unit) {
        if (unit.isEmpty()) {
            return 0;
        }
        if (unit.matches(THOUSAND)) {
            return 3;
        }
        return unit.matches(MILLION) ? 6 : -1;
    }

    private static Optional<BigDecimal> digits(String bare, Language language) {
        Optional<BigDecimal> english = read(bare, ',', '.');
        Optional<BigDecimal> chilean = read(bare, '.', ',');
        return language == Language.ES ? chilean.or(() -> english) : english.or(() -> chilean);
    }

    private static Optional<BigDecimal> read(String text, char group, char point) {
        String whole = "[-+]?(?:\\d+|\\d{1,3}(?:\\" + group + "\\d{3})+)";
        return text.matches(whole + "(?:\\" + point + "\\d+)?")
                ? plain(text.replace(String.valueOf(group), "").replace(point, '.'))
                : Optional.empty();
    }

    /** A number as programs write it. */
    static Optional<BigDecimal> plain(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static String shown(BigDecimal number, Language language) {
        return format("#,##0.####", language).format(number);
    }

    /** A number that a program wrote, as people write it; anything else as it is. */
    static String shown(String text, Language language) {
        return plain(text).map(number -> shown(number, language)).orElse(text);
    }

    /** A way to write numbers, such as {@code #,##0.00}, with the signs of a language. */
    static DecimalFormat format(String pattern, Language language) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(language == Language.ES ? '.' : ',');
        symbols.setDecimalSeparator(language == Language.ES ? ',' : '.');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
