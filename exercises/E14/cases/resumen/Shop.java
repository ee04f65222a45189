package resumen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invents sales that no rule of the summary changes: one unit each, whole pesos that two or five sales share without a
 * rest, no tax, no two alike. A case changes what its check is about.
 */
final class Shop {
    private static final List<String> PRODUCTS = List.of(
            "pan",
            "te",
            "cafe",
            "queso",
            "palta",
            "jabon",
            "cuaderno",
            "lapiz",
            "marraqueta",
            "jugo",
            "arroz",
            "porotos",
            "vela",
            "miel",
            "avena",
            "sal",
            "leche",
            "huevos");
    private static final List<String> CATEGORIES =
            List.of("bebidas", "panaderia", "lacteos", "aseo", "frutas", "libreria", "juguetes", "conservas");

    private final Random chance;
    private final Set<Long> usedPrices = new HashSet<>();

    Shop(Random chance) {
        this.chance = chance;
    }

    /** Sales of different products in one category. */
    List<Sale> sales(int count) {
        String categoria = categories(1).get(0);
        return shuffled(PRODUCTS).subList(0, count).stream()
                .map(producto -> new Sale(producto, categoria, price(), 1, 0))
                .toList();
    }

    /** One sale in each of several categories, which come in no order. */
    List<Sale> scattered(int count) {
        List<String> categories = categories(count);
        List<Sale> sales = new ArrayList<>();
        for (Sale sale : sales(count)) {
            sales.add(sale.in(categories.get(sales.size())));
        }
        return sales;
    }

    /** Different categories, neither rising nor falling if there are three or more. */
    List<String> categories(int count) {
        while (true) {
            List<String> categories = shuffled(CATEGORIES).subList(0, count);
            List<String> rising = categories.stream().sorted().toList();
            List<String> falling = new ArrayList<>(rising);
            Collections.reverse(falling);
            if (count < 3 || !(categories.equals(rising) || categories.equals(falling))) {
                return categories;
            }
        }
    }

    /** In cents: a multiple of ten pesos, never the same twice. */
    long price() {
        while (true) {
            long price = between(10, 999) * 1_000L;
            if (usedPrices.add(price)) {
                return price;
            }
        }
    }

    int between(int low, int high) {
        return low + chance.nextInt(high - low + 1);
    }

    private List<String> shuffled(List<String> values) {
        List<String> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, chance);
        return shuffled;
    }
}
