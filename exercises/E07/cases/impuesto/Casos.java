package impuesto;

import static orquesta.autograder.exercise.Row.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

/** The cases of E07. Only one of them has a tax above zero, so that each is sensitive to its own check alone. */
public final class Casos implements CaseSource {
    private static final String HEAD = "id_venta,fecha,tienda,producto,categoria,precio,cantidad\n";
    private static final String COLUMNS = "producto VARCHAR, categoria_norm VARCHAR, impuesto DECIMAL(5,4)";
    private static final String SALES = "tiendas/temuco.csv";
    private static final String CATALOGUE = "catalogo.parquet";
    private static final BigDecimal NONE = new BigDecimal("0.0000");

    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        return List.of(tax(chance), category(chance), unknown(chance), emptyTax(chance), twice(chance));
    }

    /** Prices in hundreds of pesos: the tax of each sale is a whole number of pesos. */
    private static Case tax(Random chance) {
        int price = price(chance);
        int other = price(chance);
        int quantity = between(chance, 2, 9);
        int percent = List.of(19, 37, 10).get(chance.nextInt(3));
        BigDecimal share = new BigDecimal(percent).movePointLeft(2).setScale(4);
        long withTax = (long) price * quantity / 100 * (100 + percent);
        return Case.forCheck("tax_is_added")
                .text(SALES, HEAD + sale("Jugo", "bebidas", price, quantity) + sale("Libro", "libros", other, 1))
                .parquet(CATALOGUE, COLUMNS, row("Jugo", "bebidas", share), row("Libro", "libros", NONE))
                .gives(row("bebidas", new BigDecimal(withTax)))
                .gives(row("libros", new BigDecimal(other)))
                .build();
    }

    private static Case category(Random chance) {
        int price = price(chance);
        int other = price(chance);
        String typed = List.of("cocina", "cosas", "regalos").get(chance.nextInt(3));
        return Case.forCheck("category_of_the_catalogue")
                .text(SALES, HEAD + sale("Tetera", typed, price, 1) + sale("Tetera", "hogar", other, 1))
                .parquet(CATALOGUE, COLUMNS, row("Tetera", "hogar", NONE))
                .gives(row("hogar", new BigDecimal(price + other)))
                .build();
    }

    private static Case unknown(Random chance) {
        int price = price(chance);
        int other = price(chance);
        return Case.forCheck("unknown_product_stays")
                .text(SALES, HEAD + sale("Tetera", "hogar", price, 1) + sale("Trompo", "juguetes", other, 1))
                .parquet(CATALOGUE, COLUMNS, row("Tetera", "hogar", NONE))
                .gives(row("hogar", new BigDecimal(price)))
                .gives(row("sin_categoria", new BigDecimal(other)))
                .build();
    }

    private static Case emptyTax(Random chance) {
        int price = price(chance);
        return Case.forCheck("empty_tax_is_zero")
                .text(SALES, HEAD + sale("Taller", "talleres", price, 1))
                .parquet(CATALOGUE, COLUMNS, row("Taller", "talleres", null))
                .gives(row("talleres", new BigDecimal(price)))
                .build();
    }

    private static Case twice(Random chance) {
        int price = price(chance);
        int other = price(chance);
        return Case.forCheck("sold_once_counts_once")
                .text(SALES, HEAD + sale("Pan", "almacen", price, 1) + sale("Sal", "almacen", other, 1))
                .parquet(
                        CATALOGUE,
                        COLUMNS,
                        row("Pan", "almacen", NONE),
                        row("Sal", "almacen", NONE),
                        row("Pan", "almacen", NONE))
                .gives(row("almacen", new BigDecimal(price + other)))
                .build();
    }

    private static String sale(String product, String category, int price, int quantity) {
        return "V%08d,2025-03-04,Temuco,%s,%s,%d,%d\n".formatted(price, product, category, price, quantity);
    }

    private static int price(Random chance) {
        return between(chance, 5, 900) * 100;
    }

    private static int between(Random chance, int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }
}
