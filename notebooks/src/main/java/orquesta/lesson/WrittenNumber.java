package orquesta.lesson;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import orquesta.text.Language;

/** Numbers as people write them: 2,986.02 in English, 2.986,02 in Chile. */
final class WrittenNumber {
    private static final String AROUND = "(?i)[\\s\\u00a0\\u202f$]|clp|pesos";

    private WrittenNumber() {}

    /** A number in the language's writing, else in the other's where only that can be meant: 703.98 is no group of three. */
    static Optional<BigDecimal> read(String text, Language language) {
        String bare = text.replaceAll(AROUND, "");
        Optional<BigDecimal> own = language == Language.ES ? read(bare, '.', ',') : read(bare, ',', '.');
        return own.isPresent() ? own : language == Language.ES ? read(bare, ',', '.') : read(bare, '.', ',');
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
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(language == Language.ES ? '.' : ',');
        symbols.setDecimalSeparator(language == Language.ES ? ',' : '.');
        return new DecimalFormat("#,##0.####", symbols).format(number);
    }
}
