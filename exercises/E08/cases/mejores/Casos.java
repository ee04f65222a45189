package mejores;

import static orquesta.autograder.exercise.Row.row;

import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

/**
 * The cases of E08: who is best is decided before a sale is written. Each is sensitive to its own check alone, so all
 * sales are of one piece but where pieces or returns are asked for.
 */
public final class Casos implements CaseSource {
    private static final String HEAD = "id_venta,fecha,tienda,producto,categoria,precio,cantidad\n";
    private static final String FILE = "tiendas/temuco.csv";

    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        return List.of(pieces(chance), categories(chance), ties(chance), shops(chance), returns(chance));
    }

    /** The winner sells in two sales, the other as many and more in a single one. */
    private static Case pieces(Random chance) {
        int small = between(chance, 3, 9);
        int large = between(chance, small + 1, 2 * small - 1);
        return Case.forCheck("pieces_add_up")
                .text(FILE, HEAD + sale("Sal", large) + sale("Pan", small) + sale("Pan", small))
                .gives(row("almacen", "Pan", 2 * small))
                .build();
    }

    private static Case categories(Random chance) {
        int most = between(chance, 3, 6);
        String toys = sale("Trompo", 1).repeat(2) + sale("Tren", 1);
        return Case.forCheck("each_category_has_its_best")
                .text(FILE, HEAD + sales("Pan", most) + sale("Sal", 1) + toys.replace("almacen", "juguetes"))
                .gives(row("almacen", "Pan", most))
                .gives(row("juguetes", "Trompo", 2))
                .build();
    }

    private static Case ties(Random chance) {
        int both = between(chance, 2, 6);
        return Case.forCheck("ties_stay")
                .text(FILE, HEAD + sales("Pan", both) + sale("Miel", 1) + sales("Sal", both))
                .gives(row("almacen", "Pan", both))
                .gives(row("almacen", "Sal", both))
                .build();
    }

    /** Best in no shop, and best of all. */
    private static Case shops(Random chance) {
        int here = between(chance, 2, 5);
        String town = List.of("Arica", "Ancud", "Lota", "Buin").get(chance.nextInt(4));
        return Case.forCheck("shops_count_together")
                .text(FILE, HEAD + sales("Pan", here) + sales("Sal", here + 1))
                .text("tiendas/otra.csv", HEAD + sales("Pan", here).replace("Temuco", town))
                .gives(row("almacen", "Pan", 2 * here))
                .build();
    }

    private static Case returns(Random chance) {
        int sold = between(chance, 4, 7);
        return Case.forCheck("returns_come_off")
                .text(FILE, HEAD + sales("Pan", sold) + sale("Pan", -2) + sales("Sal", sold - 1))
                .gives(row("almacen", "Sal", sold - 1))
                .build();
    }

    private static String sales(String product, int count) {
        return sale(product, 1).repeat(count);
    }

    private static String sale(String product, int quantity) {
        return "V00000001,2025-03-04,Temuco,%s,almacen,1990,%d\n".formatted(product, quantity);
    }

    private static int between(Random chance, int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }
}
