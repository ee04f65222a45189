package limpieza;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A second answer to E12, written from the instructions with other means than a student has: characters one by one, unscaled
 * integers. It shares no code with the generator, which invents answers, and none with the solution.
 */
final class Oracle {
    /** What strip() removes: the white space of Java, written out. */
    private static final String BLANKS = "\t\n\u000b\f\r\u001c\u001d\u001e\u001f \u1680\u2000\u2001\u2002\u2003\u2004"
            + "\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000";

    private Oracle() {}

    /** Rows of producto, categoria, precio, cantidad give rows with a fifth value, the total. */
    static List<List<Object>> answer(List<List<Object>> rows) {
        List<List<Object>> answer = new ArrayList<>();
        for (List<Object> row : rows) {
            BigDecimal precio = (BigDecimal) row.get(2);
            Integer cantidad = (Integer) row.get(3);
            if (precio == null || cantidad == null) {
                continue;
            }
            BigInteger unscaled = BigInteger.ZERO;
            for (int unit = 0; unit < Math.abs(cantidad); unit++) {
                unscaled = unscaled.add(precio.unscaledValue());
            }
            if (unscaled.signum() * Integer.signum(cantidad) == 1) {
                BigDecimal total = new BigDecimal(unscaled.abs(), precio.scale());
                answer.add(Arrays.asList(cut(row.get(0)), lower(cut(row.get(1))), precio, cantidad, total));
            }
        }
        return answer;
    }

    private static String cut(Object text) {
        if (text == null) {
            return null;
        }
        StringBuilder left = new StringBuilder((String) text);
        while (left.length() > 0 && BLANKS.indexOf(left.charAt(0)) >= 0) {
            left.deleteCharAt(0);
        }
        while (left.length() > 0 && BLANKS.indexOf(left.charAt(left.length() - 1)) >= 0) {
            left.setLength(left.length() - 1);
        }
        return left.toString();
    }

    private static String lower(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder lower = new StringBuilder();
        text.codePoints().forEach(point -> lower.appendCodePoint(Character.toLowerCase(point)));
        return lower.toString();
    }
}
