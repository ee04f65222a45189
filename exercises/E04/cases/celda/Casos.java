package celda;

import static orquesta.autograder.exercise.Row.row;

import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

/** The cases of E04: the sums are known before a sale is written. Each is sensitive to its own check alone. */
public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        return List.of(totals(chance), returns(chance), missing(chance), order(chance), untouched(chance));
    }

    private static Case totals(Random chance) {
        int pan = price(chance);
        int te = price(chance);
        int many = between(chance, 2, 9);
        return Case.forCheck("totals_add_up")
                .vanishes(row("almacen", pan, many))
                .vanishes(row("bebidas", te, 1))
                .vanishes(row("almacen", te, 1))
                .gives(row("almacen", (double) pan * many + te))
                .gives(row("bebidas", (double) te))
                .build();
    }

    private static Case returns(Random chance) {
        int price = price(chance);
        return Case.forCheck("returns_do_not_count")
                .vanishes(row("hogar", price, 1))
                .vanishes(row("hogar", price(chance), -between(chance, 1, 4)))
                .gives(row("hogar", (double) price))
                .build();
    }

    private static Case missing(Random chance) {
        int price = price(chance);
        return Case.forCheck("missing_price_does_not_count")
                .vanishes(row("hogar", price, 1))
                .vanishes(row("ropa", null, between(chance, 1, 4)))
                .gives(row("hogar", (double) price))
                .build();
    }

    /** Neither the order of the rows nor that of the names, up or down. */
    private static Case order(Random chance) {
        int least = price(chance);
        int middle = least + price(chance);
        int most = middle + price(chance);
        return Case.forCheck("largest_first")
                .vanishes(row("libros", least, 1))
                .vanishes(row("bebidas", middle, 1))
                .vanishes(row("hogar", most, 1))
                .gives(row("hogar", (double) most))
                .gives(row("bebidas", (double) middle))
                .gives(row("libros", (double) least))
                .build();
    }

    private static Case untouched(Random chance) {
        int price = price(chance);
        return Case.forCheck("table_given_stays")
                .vanishes(row("vinos", price, 1))
                .gives(row("vinos", (double) price))
                .untouched()
                .build();
    }

    private static int price(Random chance) {
        return between(chance, 10, 9_999) * 10;
    }

    private static int between(Random chance, int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }
}
