package enriquecimiento;

import java.math.BigDecimal;
import java.util.List;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Row;

/** What the catalogue says, says twice, or does not say; and the answer as a whole. */
final class CatalogueCases {
    private final Shop shop;

    CatalogueCases(Shop shop) {
        this.shop = shop;
    }

    List<Case> all() {
        return List.of(
                totals(),
                ofTheCatalogue(),
                unknown(),
                withoutCategory(),
                withoutTax(),
                listedTwice(),
                listedDifferently(),
                withoutProduct(),
                order(),
                repeated(),
                known("same_answer_twice").rows().calls(3).build(),
                afterOthers(),
                new Join("nothing_gives_an_empty_list").knows(shop.sales(2)).build(),
                known("nothing_gives_an_empty_list").build());
    }

    /** Who keeps the first answer gives it again. */
    private Case afterOthers() {
        List<Sale> sales = shop.sales(2);
        List<Sale> before = sales.subList(0, 1);
        List<Sale> now = sales.subList(1, 2);
        Case other = new Join("same_answer_twice").knows(before).sells(before).build();
        return new Join("same_answer_twice")
                .knows(now)
                .sells(now)
                .rows()
                .after(other.input().toArray(Row[]::new))
                .build();
    }

    /** Cents, so that the tax leaves four decimals, and first an amount that a double does not hold. */
    private Case totals() {
        List<Sale> sales = shop.sales(3);
        List<Sale> all = List.of(whereDoublesFail(sales.get(0)), inCents(sales.get(1)), inCents(sales.get(2)));
        return new Join("total_with_tax").knows(all).sells(all).build();
    }

    private Sale inCents(Sale sale) {
        return sale.priced(shop.between(100, 9_999) * 100L + 37, shop.between(1, 4) * 2 - 1);
    }

    private Sale whereDoublesFail(Sale plain) {
        while (true) {
            Sale sale = inCents(plain);
            BigDecimal total = BigDecimal.valueOf(sale.cents() * sale.cantidad(), 2);
            BigDecimal read = BigDecimal.valueOf(total.doubleValue() * (1 + 0.19));
            if (read.compareTo(total.multiply(new BigDecimal("1.19"))) != 0) {
                return sale;
            }
        }
    }

    private Case ofTheCatalogue() {
        List<Sale> sales = shop.sales(2);
        Join join = new Join("category_of_the_catalogue").knows(sales);
        sales.forEach(sale -> join.sells(sale, sale.producto(), shop.categoryBut(sale.categoria())));
        return join.build();
    }

    /** One product that the catalogue does not have, between two that it has. */
    private Case unknown() {
        List<Sale> sales = shop.sales(3);
        Sale orphan = sales.get(1).in("sin_categoria").taxed(0);
        return new Join("unknown_product_stays")
                .knows(List.of(sales.get(0), sales.get(2)))
                .sells(sales.subList(0, 1))
                .sells(orphan, orphan.producto(), sales.get(1).categoria())
                .sells(sales.subList(2, 3))
                .build();
    }

    private Case withoutCategory() {
        List<Sale> sales =
                shop.sales(3).stream().map(sale -> sale.in("sin_categoria")).toList();
        return new Join("no_category_keeps_its_tax")
                .knows(sales.get(0), sales.get(0).producto(), null)
                .knows(sales.get(1), sales.get(1).producto(), " ")
                .knows(sales.get(2), sales.get(2).producto(), "")
                .sells(sales)
                .build();
    }

    private Case withoutTax() {
        List<Sale> sales = shop.sales(2);
        Sale free = sales.get(0).taxed(0);
        Join join = new Join("missing_tax_is_zero").knows(sales.subList(1, 2));
        join.rows().vanishes(Row.row("catalogo", free.producto(), free.categoria(), null, null, null));
        return join.sells(List.of(sales.get(1), free)).build();
    }

    /** Two equal rows of one product. */
    private Case listedTwice() {
        List<Sale> sales = shop.sales(2);
        return new Join("no_sale_is_doubled")
                .knows(sales)
                .knows(sales.subList(0, 1))
                .sells(sales)
                .build();
    }

    /** An older row of the same product, with another category and another tax. */
    private Case listedDifferently() {
        List<Sale> sales = shop.sales(2);
        Sale older = sales.get(1).in(shop.categoryBut(sales.get(1).categoria())).taxed(10);
        return new Join("the_last_row_counts")
                .knows(List.of(older))
                .knows(sales)
                .sells(sales)
                .build();
    }

    /** Rows and sales without product have nothing to do with each other. */
    private Case withoutProduct() {
        List<Sale> sales = shop.sales(3);
        Sale nameless = sales.get(0).named("").in("sin_categoria").taxed(0);
        Sale blank = sales.get(2)
                .named("")
                .in("sin_categoria")
                .taxed(0)
                .priced(sales.get(2).cents(), 10);
        Join join = new Join("no_product_is_unknown").knows(sales.subList(1, 2));
        join.rows().vanishes(Row.row("catalogo", null, sales.get(0).categoria(), null, null, new BigDecimal("0.19")));
        join.rows().vanishes(Row.row("catalogo", " ", sales.get(0).categoria(), null, null, new BigDecimal("0.19")));
        return join.sells(nameless, null, sales.get(0).categoria())
                .sells(sales.subList(1, 2))
                .sells(blank, " ", sales.get(0).categoria())
                .build();
    }

    /** Sales that are sorted by no product, and a catalogue in another order. */
    private Case order() {
        List<Sale> sales = shop.sales(4).stream()
                .sorted((one, other) -> other.producto().compareTo(one.producto()))
                .toList();
        List<Sale> mixed = List.of(sales.get(2), sales.get(0), sales.get(3), sales.get(1));
        return new Join("order_is_kept").knows(sales).sells(mixed).build();
    }

    private Case repeated() {
        List<Sale> sales = shop.sales(2);
        return new Join("equal_sales_stay")
                .knows(sales)
                .sells(List.of(sales.get(0), sales.get(1), sales.get(0)))
                .build();
    }

    private Join known(String check) {
        List<Sale> sales = shop.sales(2);
        return new Join(check).knows(sales).sells(sales);
    }
}
