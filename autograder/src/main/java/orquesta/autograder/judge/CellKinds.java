package orquesta.autograder.judge;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import orquesta.autograder.evidence.Value;
import orquesta.autograder.exercise.Exercise.ComparedColumn;

/** The class of a difference between two cells. */
final class CellKinds {
    private static final BigDecimal NEAR = new BigDecimal("0.01");
    private static final int READABLE = 400;

    private CellKinds() {}

    static DifferenceKind of(Value expected, Value actual, ComparedColumn column) {
        if (expected.isNull() || actual.isNull()) {
            return DifferenceKind.NULL;
        }
        if (!Cells.fits(actual, column)) {
            return DifferenceKind.TYPE;
        }
        return switch (column.type()) {
            case TEXT -> texts(String.valueOf(expected.text()), String.valueOf(actual.text()));
            case DECIMAL -> decimals(Cells.decimal(expected), Cells.decimal(actual));
            default -> DifferenceKind.VALUE;
        };
    }

    private static DifferenceKind texts(String expected, String actual) {
        if (same(expected, actual, CellKinds::withoutBlanks)) {
            return DifferenceKind.SPACE;
        }
        if (same(expected, actual, CellKinds::folded)) {
            return DifferenceKind.CASE;
        }
        if (same(expected, actual, CellKinds::withoutAccents)) {
            return DifferenceKind.ACCENTS;
        }
        boolean nearly = same(expected, actual, text -> folded(withoutBlanks(text)));
        return nearly ? DifferenceKind.SPACE : DifferenceKind.VALUE;
    }

    private static boolean same(String a, String b, UnaryOperator<String> reduced) {
        return reduced.apply(a).equals(reduced.apply(b));
    }

    private static String withoutBlanks(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /** Turkish lower-casing makes a dotless i, or leaves a dot behind: that too is a difference of case. */
    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace("i\u0307", "i");
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    /** Numbers with absurd exponents are not subtracted: that could take for ever. */
    private static DifferenceKind decimals(BigDecimal expected, BigDecimal actual) {
        boolean readable = Math.abs((long) actual.scale()) < READABLE && actual.precision() < READABLE;
        boolean near = readable && expected.subtract(actual).abs().compareTo(NEAR) <= 0;
        return near ? DifferenceKind.DECIMALS : DifferenceKind.VALUE;
    }
}
