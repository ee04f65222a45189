package limpieza;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import orquesta.autograder.exercise.Case;

/** The list as a whole: repetitions, order, the input, a second call, nothing at all. */
final class ListCases {
    private final Shop shop;

    ListCases(Shop shop) {
        this.shop = shop;
    }

    List<Case> all() {
        return List.of(
                repetitions(),
                order(),
                withRejected("input_stays_untouched").untouched().build(),
                withRejected("input_stays_untouched").untouched().fixed().build(),
                kept("same_answer_twice", 3).calls(3).build(),
                withRejected("same_answer_twice").calls(2).build(),
                afterOthers(),
                Case.forCheck("nothing_gives_an_empty_list").build(),
                rejectedAlone(),
                kept("nothing_gives_an_empty_list", 1).build());
    }

    /** Who keeps the first answer gives it again. */
    private Case afterOthers() {
        List<Sale> sales = shop.sales(2);
        return Case.forCheck("same_answer_twice")
                .after(sales.get(0).raw())
                .becomes(sales.get(1).raw(), sales.get(1).clean())
                .build();
    }

    /** Equal sales beside each other and apart. */
    private Case repetitions() {
        List<Sale> sales = shop.sales(3);
        Case.Builder repeated = Case.forCheck("equal_sales_stay");
        for (int index : List.of(0, 0, 1, 2, 1, 0)) {
            repeated.becomes(sales.get(index).raw(), sales.get(index).clean());
        }
        return repeated.build();
    }

    private Case order() {
        List<Sale> sales = inNoOrder();
        Case.Builder order = Case.forCheck("order_is_kept");
        sales.forEach(sale -> order.becomes(sale.raw(), sale.clean()));
        return order.build();
    }

    /** Sorted by no column, neither up nor down, so that every sorting shows. */
    private List<Sale> inNoOrder() {
        while (true) {
            List<Sale> sales = new ArrayList<>();
            List<String> categories = shop.categories();
            for (Sale sale : shop.sales(6)) {
                sales.add(sale.named(sale.producto(), categories.get(sales.size() % 4)));
            }
            if (unsorted(sales, Sale::categoria)
                    && unsorted(sales, Sale::producto)
                    && unsorted(sales, Sale::units)
                    && unsorted(sales, Sale::cantidad)
                    && unsorted(sales, sale -> sale.units() * sale.cantidad())) {
                return sales;
            }
        }
    }

    private static <T extends Comparable<T>> boolean unsorted(List<Sale> sales, Function<Sale, T> column) {
        Comparator<Sale> byColumn = Comparator.comparing(column);
        return !sales.stream().sorted(byColumn).toList().equals(sales)
                && !sales.stream().sorted(byColumn.reversed()).toList().equals(sales);
    }

    /** Sales that stay, and between them some without a price. */
    private Case.Builder withRejected(String check) {
        Case.Builder rows = Case.forCheck(check);
        for (Sale sale : shop.sales(4)) {
            rows.becomes(sale.raw(), sale.clean());
            rows.vanishes(sale.withoutPrice());
        }
        return rows;
    }

    private Case rejectedAlone() {
        Case.Builder rejected = Case.forCheck("nothing_gives_an_empty_list");
        shop.sales(3).forEach(sale -> rejected.vanishes(sale.withoutPrice()));
        return rejected.build();
    }

    private Case.Builder kept(String check, int count) {
        Case.Builder kept = Case.forCheck(check);
        shop.sales(count).forEach(sale -> kept.becomes(sale.raw(), sale.clean()));
        return kept;
    }
}
