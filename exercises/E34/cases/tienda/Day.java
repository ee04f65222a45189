package tienda;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** The sales of one day, as a file, and the lines that its closing has: both come from the totals, by different ways. */
record Day(LocalDate date, Map<String, BigDecimal> totals) {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-20");

    static Day ordinary(Random chance) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (String product : List.of("café", "pan", "té")) {
            totals.put(product, BigDecimal.valueOf(10000 + chance.nextInt(900000), 2));
        }
        return new Day(FIRST, totals);
    }

    /** Names and amounts that some stores do not keep as they are. */
    static Day odd(Random chance) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (String product : List.of("té, 100 g", "pan \"casero\"", " café", "c:\\pan", "50% = 1/2", "null")) {
            totals.put(
                    product, new BigDecimal("12345678901234567.00").add(BigDecimal.valueOf(chance.nextInt(99999), 2)));
        }
        return new Day(FIRST, totals);
    }

    /** A product more, one less, and other amounts, a day later. */
    Day next() {
        Map<String, BigDecimal> later = new TreeMap<>();
        totals.forEach((product, total) -> later.put(product, total.add(new BigDecimal("100.10"))));
        later.remove("pan");
        later.put("queso", new BigDecimal("777.70"));
        return new Day(date.plusDays(1), later);
    }

    /** Each total in two sales, the first of them of 1.10. */
    String file() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        totals.forEach((product, total) -> {
            String name = '"' + product.replace("\"", "\"\"") + '"';
            first.add(name + ",1.10\n");
            second.add(name + "," + total.subtract(new BigDecimal("1.10")).toPlainString() + "\n");
        });
        return "producto,monto\n" + String.join("", first) + String.join("", second);
    }

    /** With one more sale, of the last product, whose amount is not there. */
    String brokenFile() {
        return file() + "\"té\",\n";
    }

    /** Of each product the day, the total and the total of before, as texts. */
    Map<String, String> lines(Optional<Day> before) {
        Map<String, String> lines = new TreeMap<>();
        totals.forEach((product, total) -> {
            BigDecimal earlier = before.map(day -> day.totals.get(product)).orElse(null);
            lines.put(product, date + " " + text(total) + " " + text(earlier));
        });
        return lines;
    }

    /** An amount whatever its scale; {@code null} if there is none. */
    static String text(Object amount) {
        return amount instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : String.valueOf(amount);
    }
}
