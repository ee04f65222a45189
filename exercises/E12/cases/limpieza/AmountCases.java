package limpieza;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Row;

/** Prices, quantities and totals. What vanishes from the answer stays in the input. */
final class AmountCases {
    private final Shop shop;

    AmountCases(Shop shop) {
        this.shop = shop;
    }

    List<Case> all() {
        return List.of(exactTotals(), missingPrices(), missingQuantities(), zeroTotals(), negativeTotals());
    }

    private Case exactTotals() {
        List<Sale> sales = shop.sales(8);
        Case.Builder exact = Case.forCheck("totals_are_exact");
        for (Sale sale : sales.subList(0, 3)) {
            keep(exact, whereDoublesFail(sale));
        }
        keep(exact, halfCents(sales.get(3)));
        keep(
                exact,
                sales.get(4)
                        .priced(90_071_992_547_409_93L + shop.between(1, 99_999), 2)
                        .times(3));
        keep(exact, belowOnePeso(sales.get(5)));
        keep(exact, halfCents(sales.get(6)));
        return keep(exact, sales.get(7)).build();
    }

    /** A price that ends in half a cent, an odd number of times: an even one would make whole cents of it. */
    private Sale halfCents(Sale sale) {
        return sale.priced(shop.between(1_000, 99_999) * 1_000L + 5, 3).times(2 * shop.between(1, 4) + 1);
    }

    /** Some cents, a few times: less than one peso, and more than nothing. */
    private Sale belowOnePeso(Sale sale) {
        return sale.priced(shop.between(1, 12), 2).times(shop.between(2, 8));
    }

    /** Cents, times a quantity that a double does not multiply exactly, and whose total is not near a whole peso. */
    private Sale whereDoublesFail(Sale sale) {
        while (true) {
            int cents = shop.between(101, 99_999);
            int cantidad = shop.between(2, 9);
            BigDecimal asDouble = BigDecimal.valueOf(cents / 100.0 * cantidad);
            long rest = (long) cents * cantidad % 100;
            if (rest >= 10 && rest <= 90 && asDouble.compareTo(BigDecimal.valueOf((long) cents * cantidad, 2)) != 0) {
                return sale.priced(cents, 2).times(cantidad);
            }
        }
    }

    private Case missingPrices() {
        return mixed("missing_amount_vanishes", Sale::withoutPrice);
    }

    private Case missingQuantities() {
        return mixed("missing_amount_vanishes", Sale::withoutQuantity);
    }

    private Case zeroTotals() {
        List<UnaryOperator<Sale>> nothing = List.of(
                sale -> sale.priced(0, 0), sale -> sale.priced(0, 2), sale -> sale.times(0), sale -> sale.priced(0, 1));
        return spoiled("total_of_zero_vanishes", nothing);
    }

    private Case negativeTotals() {
        List<UnaryOperator<Sale>> less =
                List.of(sale -> sale.times(-sale.cantidad()), sale -> sale.priced(-sale.units(), 0));
        return spoiled("negative_total_vanishes", less);
    }

    /** Every way of spoiling once, each followed by a sale that stays. */
    private Case spoiled(String check, List<UnaryOperator<Sale>> ways) {
        List<Sale> sales = shop.sales(2 * ways.size());
        Case.Builder spoiled = Case.forCheck(check).untouched();
        for (int at = 0; at < ways.size(); at++) {
            spoiled.vanishes(ways.get(at).apply(sales.get(2 * at)).raw());
            keep(spoiled, sales.get(2 * at + 1));
        }
        return spoiled.build();
    }

    private Case mixed(String check, Function<Sale, Row> spoil) {
        Case.Builder mixed = Case.forCheck(check).untouched();
        List<Sale> sales = shop.sales(6);
        for (int at = 0; at < sales.size(); at++) {
            if (at == 1 || (at > 2 && shop.heads())) {
                mixed.vanishes(spoil.apply(sales.get(at)));
            } else {
                keep(mixed, sales.get(at));
            }
        }
        return mixed.build();
    }

    private static Case.Builder keep(Case.Builder rows, Sale sale) {
        return rows.becomes(sale.raw(), sale.clean());
    }
}
