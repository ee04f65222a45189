package orquesta.datasets.generate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report that is right for the sales: what the rules publish, worked out from what was sold and not from what was written. */
final class ExpectedReport {
    /** The income of a category: money with its tax in millionths of a peso, and the prices in hundredths. */
    private static final class Income {
        private BigInteger millionths = BigInteger.ZERO;
        private long rows;
        private long pieces;
        private long prices;

        private void add(Product product, Ledger.Sold sold) {
            BigInteger factor = BigInteger.valueOf(10_000L + ProductCatalogue.taxOf(product));
            millionths = millionths.add(BigInteger.valueOf(sold.cents).multiply(factor));
            rows += sold.rows;
            pieces += sold.pieces;
            prices += sold.prices;
        }

        private BigDecimal total() {
            return new BigDecimal(millionths, 6).setScale(2, RoundingMode.HALF_UP);
        }

        private BigDecimal meanPrice() {
            return BigDecimal.valueOf(prices, 2).divide(BigDecimal.valueOf(rows), 2, RoundingMode.HALF_UP);
        }
    }

    private ExpectedReport() {}

    /** The rows of {@code ingresos_totales}, in its order. */
    static List<Map<String, Object>> summary(List<Product> products, Ledger ledger) {
        Map<String, Income> incomes = new TreeMap<>();
        for (Product product : products) {
            Ledger.Sold sold = ledger.sold(product);
            if (sold.rows > 0) {
                incomes.computeIfAbsent(ProductCatalogue.category(product), key -> new Income())
                        .add(product, sold);
            }
        }
        return incomes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Income> entry) ->
                                entry.getValue().total())
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, Object> row(String category, Income income) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("categoria_norm", category);
        row.put("total_ventas", income.total().toPlainString());
        row.put("n_items", income.pieces);
        row.put("precio_promedio", income.meanPrice().toPlainString());
        return row;
    }
}
