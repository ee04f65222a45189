package resumen;

import java.math.BigDecimal;
import java.util.List;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Row;

/** A case under way: sales go in one by one, each category is said in whole numbers in the order of the report. */
final class Summary {
    private final Case.Builder rows;

    Summary(String check) {
        rows = Case.forCheck(check);
    }

    /** What goes in, in this order. */
    Summary of(List<Sale> sales) {
        sales.forEach(sale -> rows.vanishes(sale.row()));
        return this;
    }

    /** The line of one category, made of its sales. */
    Summary line(List<Sale> sales) {
        long items = sales.stream().mapToLong(Sale::cantidad).sum();
        long paid =
                sales.stream().mapToLong(sale -> sale.cents() * sale.cantidad()).sum();
        long prices = sales.stream().mapToLong(Sale::cents).sum();
        long total = sales.stream().mapToLong(Sale::tenThousandths).sum();
        rows.gives(Row.row(
                sales.get(0).categoria(), pesos(total, 100), items, pesos(prices, sales.size()), pesos(paid, items)));
        return this;
    }

    /** A line for each of these sales, one category each. */
    Summary lines(List<Sale> sales) {
        sales.forEach(sale -> line(List.of(sale)));
        return this;
    }

    Case.Builder rows() {
        return rows;
    }

    Case build() {
        return rows.build();
    }

    /** A case whose sales are all of one category. */
    static Case whole(String check, List<Sale> sales) {
        return new Summary(check).of(sales).line(sales).build();
    }

    /** A case with one category for each sale. */
    static Summary each(String check, List<Sale> sales) {
        return new Summary(check).of(sales).lines(sales);
    }

    /** Cents out of {@code parts} equal parts of cents, half up, in whole numbers alone. */
    private static BigDecimal pesos(long amount, long parts) {
        long down = amount / parts;
        return BigDecimal.valueOf(amount % parts * 2 >= parts ? down + 1 : down, 2);
    }
}
