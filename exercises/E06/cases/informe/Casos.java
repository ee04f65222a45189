package informe;

import static orquesta.autograder.exercise.Row.row;

import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

/** The cases of E06: files of tills whose sums are known before they are written. Each is sensitive to its own check alone. */
public final class Casos implements CaseSource {
    private static final String HEAD = "id_venta,fecha,tienda,producto,categoria,precio,cantidad\n";
    private static final String TEMUCO = "tiendas/temuco.csv";

    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        return List.of(totals(chance), files(chance), missing(chance), returns(chance), order(chance));
    }

    private static Case totals(Random chance) {
        int pan = price(chance);
        int te = price(chance);
        int many = between(chance, 2, 9);
        return Case.forCheck("total_is_price_times_quantity")
                .text(
                        TEMUCO,
                        HEAD + sale("almacen", pan, many) + sale("almacen", pan, 1) + sale("bebidas", te, many + 1))
                .gives(row("almacen", 2, pan * (many + 1)))
                .gives(row("bebidas", 1, te * (many + 1)))
                .build();
    }

    /** Another shop, whose name nobody can have guessed, sells another category and one that both sell. */
    private static Case files(Random chance) {
        int here = price(chance);
        int there = price(chance);
        String town = List.of("arica", "ancud", "lota", "buin").get(chance.nextInt(4));
        return Case.forCheck("every_file_counts")
                .text(TEMUCO, HEAD + sale("libros", here, 1))
                .text("tiendas/" + town + ".csv", HEAD + sale("juguetes", there, 1) + sale("juguetes", here, 1))
                .gives(row("libros", 1, here))
                .gives(row("juguetes", 2, there + here))
                .build();
    }

    private static Case missing(Random chance) {
        int price = price(chance);
        String blank = "V00000001,2025-03-04,Temuco,Pan,ropa,,%d\n";
        return Case.forCheck("missing_price_is_no_sale")
                .text(TEMUCO, HEAD + sale("ropa", price, 1) + blank.formatted(between(chance, 1, 4)))
                .gives(row("ropa", 1, price))
                .build();
    }

    private static Case returns(Random chance) {
        int price = price(chance);
        return Case.forCheck("return_is_no_sale")
                .text(TEMUCO, HEAD + sale("hogar", price, 1) + sale("hogar", price(chance), -between(chance, 1, 4)))
                .gives(row("hogar", 1, price))
                .build();
    }

    /** Neither the order of the file nor that of the names, up or down. */
    private static Case order(Random chance) {
        int least = price(chance);
        int middle = least + price(chance);
        int most = middle + price(chance);
        return Case.forCheck("largest_first")
                .text(TEMUCO, HEAD + sale("libros", least, 1) + sale("bebidas", middle, 1) + sale("hogar", most, 1))
                .gives(row("hogar", 1, most))
                .gives(row("bebidas", 1, middle))
                .gives(row("libros", 1, least))
                .build();
    }

    private static String sale(String category, int price, int quantity) {
        return "V%08d,2025-03-04,Temuco,Pan,%s,%d,%d\n".formatted(price, category, price, quantity);
    }

    private static int price(Random chance) {
        return between(chance, 10, 9_999) * 10;
    }

    private static int between(Random chance, int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }
}
