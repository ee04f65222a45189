package resumen;

import static orquesta.autograder.exercise.Row.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import orquesta.autograder.exercise.Row;

/** The rules of E14 said once more, column by column, without a group: it looks through all sales for each name. */
final class Oracle {
    private static final int PRECIO = 2;
    private static final int CANTIDAD = 3;
    private static final int TOTAL = 5;

    private Oracle() {}

    static List<Row> answer(List<Row> sales) {
        TreeSet<String> names = new TreeSet<>();
        sales.forEach(sale -> names.add(text(sale, 1)));
        TreeMap<BigDecimal, List<Row>> byTotal = new TreeMap<>();
        for (String name : names) {
            List<Row> own =
                    sales.stream().filter(sale -> text(sale, 1).equals(name)).toList();
            Row line = line(name, own);
            byTotal.computeIfAbsent((BigDecimal) line.values().get(1), total -> new ArrayList<>())
                    .add(line);
        }
        return byTotal.descendingMap().values().stream().flatMap(List::stream).toList();
    }

    private static Row line(String name, List<Row> own) {
        BigDecimal items = sum(own, CANTIDAD);
        BigDecimal paid = own.stream()
                .map(sale -> number(sale, PRECIO).multiply(number(sale, CANTIDAD)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return row(
                name,
                quotient(sum(own, TOTAL), BigDecimal.ONE),
                items.longValueExact(),
                quotient(sum(own, PRECIO), new BigDecimal(own.size())),
                quotient(paid, items));
    }

    private static BigDecimal quotient(BigDecimal amount, BigDecimal parts) {
        return amount.divide(parts, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Row> sales, int column) {
        return sales.stream().map(sale -> number(sale, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Row sale, int column) {
        return new BigDecimal(text(sale, column));
    }

    private static String text(Row sale, int column) {
        return String.valueOf(sale.values().get(column));
    }
}
