package limpieza;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invents sales that need no cleaning: whole pesos, lower case, no two alike. A case makes dirty what its check is about. */
final class Shop {
    private static final List<String> PRODUCTS = List.of(
            "pan",
            "té",
            "café",
            "queso",
            "palta",
            "jabón",
            "cuaderno",
            "lápiz",
            "marraqueta",
            "jugo",
            "ñoquis",
            "azúcar",
            "arroz",
            "porotos",
            "vela",
            "miel",
            "avena",
            "sal",
            "leche",
            "huevos");
    private static final List<String> CATEGORIES =
            List.of("bebidas", "panadería", "lácteos", "aseo", "frutas", "librería", "niños", "conservas");
    private static final String BLANKS = " \t\r\n";

    private final Random chance;
    private final Set<Long> usedPrices = new HashSet<>();

    Shop(Random chance) {
        this.chance = chance;
    }

    /** Sales of different products in one category, so that an answer that sorts loses only where order is asked for. */
    List<Sale> sales(int count) {
        String categoria = categories().get(0);
        return products().subList(0, count).stream()
                .map(producto -> new Sale(producto, categoria, price(), 0, between(1, 9)))
                .toList();
    }

    List<String> products() {
        return shuffled(PRODUCTS);
    }

    List<String> categories() {
        return shuffled(CATEGORIES);
    }

    /** Whole pesos, never the same twice. */
    long price() {
        while (true) {
            long price = between(10, 9_999) * 10L;
            if (usedPrices.add(price)) {
                return price;
            }
        }
    }

    int between(int low, int high) {
        return low + chance.nextInt(high - low + 1);
    }

    boolean heads() {
        return chance.nextBoolean();
    }

    <T> T oneOf(List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }

    /** One to three spaces, tabs and line breaks. */
    String blanks() {
        StringBuilder blanks = new StringBuilder();
        for (int left = between(1, 3); left > 0; left--) {
            blanks.append(BLANKS.charAt(chance.nextInt(BLANKS.length())));
        }
        return blanks.toString();
    }

    /** The text with blanks before it, behind it or both. */
    String padded(String text) {
        return switch (between(0, 2)) {
            case 0 -> blanks() + text;
            case 1 -> text + blanks();
            default -> blanks() + text + blanks();
        };
    }

    /** The text with its first letter as a capital, and some of the others. */
    String capitals(String text) {
        StringBuilder capitals = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            capitals.append(at == 0 || heads() ? Character.toUpperCase(letter) : letter);
        }
        return capitals.toString();
    }

    private List<String> shuffled(List<String> values) {
        List<String> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, chance);
        return shuffled;
    }
}
