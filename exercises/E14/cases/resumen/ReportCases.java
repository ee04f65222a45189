package resumen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Row;

/** Which lines the report has, in which order, and what the method does beside them. */
final class ReportCases {
    private static final List<List<String>> BY_CODE_POINT = List.of(
            List.of("te verde", "teteras"), List.of("pan rallado", "panaderia"), List.of("sal marina", "saladitos"));

    private final Shop shop;

    ReportCases(Shop shop) {
        this.shop = shop;
    }

    List<Case> all() {
        return List.of(
                repeated(),
                withoutCategory(),
                largestFirst(),
                tied(),
                tiedWithBlanks(),
                tiedAfterRounding(),
                several("input_stays_untouched").untouched().build(),
                several("input_stays_untouched").untouched().fixed().build(),
                several("same_answer_twice").calls(3).build(),
                afterOthers(),
                new Summary("nothing_gives_an_empty_list").build(),
                Summary.each("nothing_gives_an_empty_list", shop.scattered(1)).build());
    }

    /** Who keeps the first answer gives it again. */
    private Case afterOthers() {
        List<Sale> sales = shop.scattered(2);
        Case other = Summary.each("same_answer_twice", sales.subList(0, 1)).build();
        return Summary.each("same_answer_twice", sales.subList(1, 2))
                .rows()
                .after(other.input().toArray(Row[]::new))
                .build();
    }

    private Case repeated() {
        Sale sale = shop.sales(1).get(0);
        return Summary.whole("equal_sales_count_twice", List.of(sale, sale));
    }

    private Case withoutCategory() {
        List<Sale> sales = List.of(shop.sales(1).get(0), shop.sales(1).get(0).in("sin_categoria"));
        return Summary.each("sin_categoria_counts", sales).build();
    }

    /** Totals of four and of five digits, so that their texts stand in another order, as the names do. */
    private Case largestFirst() {
        List<Sale> sales = new ArrayList<>();
        for (Sale sale : shop.scattered(4)) {
            boolean large = sales.size() % 2 == 0;
            int step = sales.size() * 100;
            int tens = large ? shop.between(1_000, 1_099) + step : shop.between(200, 299) + step;
            sales.add(sale.priced(tens * 1_000L));
        }
        Comparator<Sale> byTotal = Comparator.comparing(Sale::cents);
        List<Sale> report = sales.stream().sorted(byTotal.reversed()).toList();
        boolean byName = report.stream()
                .sorted(Comparator.comparing(Sale::categoria))
                .toList()
                .equals(report);
        return byName
                ? largestFirst()
                : new Summary("largest_first").of(sales).lines(report).build();
    }

    /** Four categories with one total. */
    private Case tied() {
        long price = shop.price();
        List<Sale> sales =
                shop.scattered(4).stream().map(sale -> sale.priced(price)).toList();
        List<Sale> report =
                sales.stream().sorted(Comparator.comparing(Sale::categoria)).toList();
        return new Summary("ties_by_name").of(sales).lines(report).build();
    }

    /** Names in which a blank comes before a letter, as its code point does; a dictionary skips the blank. */
    private Case tiedWithBlanks() {
        List<String> names = BY_CODE_POINT.get(shop.between(0, BY_CODE_POINT.size() - 1));
        long price = shop.price();
        List<Sale> sales = shop.sales(2);
        return Summary.each(
                        "names_by_code_point",
                        List.of(
                                sales.get(0).in(names.get(0)).priced(price),
                                sales.get(1).in(names.get(1)).priced(price)))
                .build();
    }

    /** The second by name has less than half a cent more. */
    private Case tiedAfterRounding() {
        while (true) {
            long price = shop.between(1_000, 99_999);
            long rest = price * 119 % 100;
            if (rest >= 10 && rest <= 40) {
                List<String> names = shop.categories(2).stream().sorted().toList();
                List<Sale> sales = shop.sales(2);
                Sale exact = sales.get(0).in(names.get(0)).priced(price * 119 / 100);
                Sale more = sales.get(1).in(names.get(1)).priced(price).taxed(19);
                return Summary.each("ties_after_rounding", List.of(exact, more)).build();
            }
        }
    }

    /** Sales of two categories in turn. */
    private Case.Builder several(String check) {
        List<String> names = shop.categories(2);
        List<Sale> first =
                shop.sales(2).stream().map(sale -> sale.in(names.get(0))).toList();
        List<Sale> second =
                shop.sales(2).stream().map(sale -> sale.in(names.get(1))).toList();
        List<Sale> inTurn = List.of(first.get(0), second.get(0), first.get(1), second.get(1));
        return new Summary(check).of(inTurn).line(first).line(second).rows();
    }
}
