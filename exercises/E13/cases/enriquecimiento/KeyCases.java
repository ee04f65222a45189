package enriquecimiento;

import java.util.List;
import orquesta.autograder.exercise.Case;

/** One product, written in two ways. */
final class KeyCases {
    /** Key, and the same product with marks in one character each. */
    private static final List<List<String>> MARKED = List.of(
            List.of("te de rosas", "té de rosas"),
            List.of("cafe en grano", "café en grano"),
            List.of("jabon", "jabón"),
            List.of("azucar", "azúcar"),
            List.of("noquis", "ñoquis"));

    /** Key, and the same product with each mark as a character of its own, or with one that Spanish does not have. */
    private static final List<List<String>> OTHER_MARKS = List.of(
            List.of("noquis", "n\u0303oquis"),
            List.of("cafe", "cafe\u0301"),
            List.of("crepes", "crêpes"),
            List.of("musli", "mu\u0308sli"));

    private final Shop shop;

    KeyCases(Shop shop) {
        this.shop = shop;
    }

    List<Case> all() {
        return List.of(
                capitals(), marks("key_ignores_accents", MARKED), blanks(), turkish(), otherMarks(), categories());
    }

    private Case capitals() {
        List<Sale> sales = shop.sales(3);
        Join join = new Join("key_ignores_capitals")
                .knows(
                        sales.get(0),
                        shop.capitals(sales.get(0).producto()),
                        sales.get(0).categoria())
                .knows(sales.subList(1, 3));
        return join.sells(sales.subList(0, 1))
                .sells(sales.get(1), shop.capitals(sales.get(1).producto()))
                .sells(sales.get(2), sales.get(2).producto())
                .build();
    }

    private Case marks(String check, List<List<String>> ways) {
        List<String> one = ways.get(shop.between(0, 1));
        List<String> other = ways.get(shop.between(2, ways.size() - 1));
        Sale first = shop.sales(1).get(0).named(one.get(0));
        Sale second = shop.sales(1).get(0).named(other.get(0));
        return new Join(check)
                .knows(first, one.get(1), first.categoria())
                .knows(List.of(second))
                .sells(first, one.get(0))
                .sells(second, other.get(1))
                .build();
    }

    /** The first of these is lost by whoever replaces the letters of Spanish alone. */
    private Case otherMarks() {
        return marks("every_mark_goes", OTHER_MARKS);
    }

    /** Blanks at the ends, and several between two words. */
    private Case blanks() {
        Sale first = shop.sales(1).get(0).named("te verde");
        Sale second = shop.sales(1).get(0).named("sal de mar");
        return new Join("key_has_single_blanks")
                .knows(first, "te  verde", first.categoria())
                .knows(List.of(second))
                .sells(first, " te verde")
                .sells(second, "sal \t de  mar ")
                .build();
    }

    /** With an I that a Turkish computer would write without its dot. */
    private Case turkish() {
        Sale sale = shop.sales(1).get(0).named("jabon liquido");
        return new Join("same_key_everywhere")
                .knows(List.of(sale))
                .sells(sale, "JABON LIQUIDO")
                .rows()
                .locale("tr-TR")
                .build();
    }

    private Case categories() {
        Sale first = shop.sales(1).get(0).in("lacteos");
        Sale second = shop.sales(1).get(0).named("agua").in("cosas de casa");
        return new Join("category_is_a_key")
                .knows(first, first.producto(), shop.between(0, 1) == 0 ? "Lácteos" : " LÁCTEOS ")
                .knows(second, second.producto(), "Cosas de casa")
                .sells(List.of(first, second))
                .build();
    }
}
