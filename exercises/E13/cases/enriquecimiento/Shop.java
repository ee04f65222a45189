package enriquecimiento;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Invents sales of different products, all of one category, in whole hundreds of pesos, with a tax of 19 %. */
final class Shop {
    private static final List<String> PRODUCTS = List.of(
            "pan",
            "te verde",
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
            "sal de mar",
            "leche",
            "huevos");
    private static final List<String> CATEGORIES =
            List.of("bebidas", "panaderia", "lacteos", "aseo", "frutas", "libreria", "juguetes", "conservas");

    private final Random chance;

    Shop(Random chance) {
        this.chance = chance;
    }

    List<Sale> sales(int count) {
        String categoria = category();
        List<String> products = new ArrayList<>(PRODUCTS);
        Collections.shuffle(products, chance);
        return products.subList(0, count).stream()
                .map(producto -> new Sale(producto, categoria, between(1, 99) * 10_000L, between(1, 9), 19))
                .toList();
    }

    String category() {
        return CATEGORIES.get(between(0, CATEGORIES.size() - 1));
    }

    /** Another one than this. */
    String categoryBut(String categoria) {
        int at = CATEGORIES.indexOf(categoria);
        return CATEGORIES.get((at + between(1, CATEGORIES.size() - 1)) % CATEGORIES.size());
    }

    int between(int low, int high) {
        return low + chance.nextInt(high - low + 1);
    }

    /** The first letter as a capital, and some of the others. */
    String capitals(String text) {
        StringBuilder capitals = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean capital = at == 0 || chance.nextBoolean();
            capitals.append(capital && letter >= 'a' && letter <= 'z' ? (char) (letter - 32) : letter);
        }
        return capitals.toString();
    }
}
