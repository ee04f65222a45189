package resumen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import orquesta.autograder.exercise.Case;

/** Totals, units and the two means. */
final class AmountCases {
    private final Shop shop;

    AmountCases(Shop shop) {
        this.shop = shop;
    }

    List<Case> all() {
        return List.of(exact(), taxed(), roundedOnce(), halfUp(), units(), manyUnits(), means(), thirds());
    }

    /** Two amounts whose sum a double misses by two cents or more. */
    private Case exact() {
        while (true) {
            long first = 9_007_199_254_740_993L + shop.between(1, 99_999_999);
            long second = first + 2L * shop.between(1, 99_999_999);
            double sum = BigDecimal.valueOf(first, 2).doubleValue()
                    + BigDecimal.valueOf(second, 2).doubleValue();
            BigDecimal read = BigDecimal.valueOf(sum).setScale(2, RoundingMode.HALF_UP);
            BigDecimal held = new BigDecimal(sum).setScale(2, RoundingMode.HALF_UP);
            if (far(read, first + second) && far(held, first + second)) {
                List<Sale> sales = shop.sales(2);
                return Summary.whole(
                        "totals_are_exact",
                        List.of(sales.get(0).priced(first), sales.get(1).priced(second)));
            }
        }
    }

    private static boolean far(BigDecimal amount, long cents) {
        return amount.movePointRight(2)
                        .subtract(BigDecimal.valueOf(cents))
                        .abs()
                        .compareTo(BigDecimal.valueOf(2))
                >= 0;
    }

    /** Whole pesos with and without their tax. */
    private Case taxed() {
        List<Sale> sales = shop.sales(2).stream()
                .map(sale -> sale.priced(sale.cents() * 10).taxed(19))
                .toList();
        return Summary.whole("tax_is_in_the_total_alone", sales);
    }

    /** Two totals that each round down and together round up. */
    private Case roundedOnce() {
        while (true) {
            long first = shop.between(1_000, 99_999);
            long second = first + 2L * shop.between(1, 999);
            if (isBelowHalf(first) && isBelowHalf(second)) {
                List<Sale> sales = shop.sales(2);
                return Summary.whole(
                        "rounded_once",
                        List.of(
                                sales.get(0).priced(first).taxed(19),
                                sales.get(1).priced(second).taxed(19)));
            }
        }
    }

    /** Whether 0.30 to 0.45 of a cent are left when the tax of 19 % is added. */
    private static boolean isBelowHalf(long cents) {
        long rest = cents * 119 % 100;
        return rest >= 30 && rest <= 45;
    }

    /** A mean that ends in half a cent, after an even cent. */
    private Case halfUp() {
        List<Sale> sales = shop.sales(2);
        long first = shop.between(1_000, 99_999);
        long second = first + 4L * shop.between(1, 999) + 1;
        long even = (first + second) / 2 % 2 == 0 ? second : second + 2;
        return Summary.whole(
                "half_up", List.of(sales.get(0).priced(first), sales.get(1).priced(even)));
    }

    /** The same quantity for all, so that both means are one. */
    private Case units() {
        int cantidad = shop.between(2, 9);
        return Summary.whole(
                "items_are_units",
                shop.sales(2).stream().map(sale -> sale.times(cantidad)).toList());
    }

    /** More units than an int holds. */
    private Case manyUnits() {
        int cantidad = shop.between(600_000_000, 999_999_999);
        return Summary.whole(
                "many_items",
                shop.sales(5).stream()
                        .map(sale -> sale.priced(shop.between(1, 9) * 1_000L).times(cantidad))
                        .toList());
    }

    /** Different quantities that make five or ten units: the means differ and stay whole. */
    private Case means() {
        List<Sale> sales = shop.sales(2);
        int all = shop.between(1, 2) * 5;
        int few = shop.between(1, 2);
        return Summary.whole(
                "plain_and_weighted",
                List.of(sales.get(0).times(few), sales.get(1).times(all - few)));
    }

    /** Three prices that three does not divide. */
    private Case thirds() {
        while (true) {
            List<Sale> sales = shop.sales(3);
            if (sales.stream().mapToLong(Sale::cents).sum() % 300 != 0) {
                return Summary.whole("means_have_two_decimals", sales);
            }
        }
    }
}
