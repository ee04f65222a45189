package orquesta.datasets.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was written: each planted kind with its rows, and the sales that the rules will use, by product. */
final class Ledger {
    /** More places than this are counted, but not listed. */
    static final int LISTED = 100;

    /** The rows of a planted kind, and how many pieces of each product are in them. */
    static final class Found {
        long rows;
        final List<Long> lines = new ArrayList<>();
        final List<String> ids = new ArrayList<>();
        private final long[] pieces;

        private Found(int products) {
            pieces = new long[products];
        }
    }

    /** What was sold of a product: rows, pieces, money and the sum of the prices, in hundredths of a peso. */
    static final class Sold {
        private final Product product;
        long rows;
        long pieces;
        long cents;
        long prices;
        private long offers;
        private int offer;

        private Sold(Product product) {
            this.product = product;
        }

        private void add(SalesRow row) {
            rows++;
            pieces += row.quantity();
            cents = Math.addExact(cents, (long) row.cents() * row.quantity());
            prices += row.cents();
            if (row.cents() != product.cents()) {
                offers++;
                offer = row.cents();
            }
        }

        /** The price of most of its sales, as somebody sees it who knows the file alone. */
        private long usualCents() {
            if (rows == 0) {
                return 0;
            }
            return offers * 2 > rows ? offer : product.cents();
        }
    }

    final Map<PlantedKind, Found> kinds = new EnumMap<>(PlantedKind.class);
    final Map<PriceForm, Long> forms = new EnumMap<>(PriceForm.class);
    private final List<Sold> sold;

    Ledger(List<Product> products) {
        sold = products.stream().map(Sold::new).toList();
    }

    void add(SalesRow row, @Nullable PlantedKind kind, long line) {
        if (kind == null || kind == PlantedKind.EMPTY_LINE) {
            forms.merge(row.form, 1L, Long::sum);
        }
        if (kind == null || !kind.fate.refused()) {
            sold(row.product).add(row);
        }
        if (kind != null) {
            Found found = kinds.computeIfAbsent(kind, k -> new Found(sold.size()));
            found.rows++;
            if (kind != PlantedKind.EMPTY_LINE) {
                found.pieces[row.product.number()] += row.quantity();
            }
            if (found.lines.size() < LISTED) {
                found.lines.add(line);
                found.ids.add(
                        kind == PlantedKind.EMPTY_LINE || kind == PlantedKind.ROW_OF_BLANKS
                                ? ""
                                : row.get(SalesRow.ID));
            }
        }
    }

    Sold sold(Product product) {
        return sold.get(product.number());
    }

    /** The money behind planted rows: the usual price of their products, whatever the rows say, times the quantity. */
    long cents(Found found) {
        return sold.stream()
                .mapToLong(of -> of.usualCents() * found.pieces[of.product.number()])
                .sum();
    }

    /** The rows, and the money in cents, of all kinds that one rule refuses, or of the rows used. */
    long[] total(RowFate fate) {
        if (fate == RowFate.USED) {
            return new long[] {
                sold.stream().mapToLong(of -> of.rows).sum(),
                sold.stream().mapToLong(of -> of.cents).sum()
            };
        }
        long[] total = new long[2];
        kinds.forEach((kind, found) -> {
            if (kind.fate == fate) {
                total[0] += found.rows;
                total[1] += cents(found);
            }
        });
        return total;
    }
}
