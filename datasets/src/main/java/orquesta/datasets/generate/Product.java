package orquesta.datasets.generate;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Something that the shop sells.
 *
 * @param number its place in the list of products
 * @param cents its usual price, in hundredths of a peso
 * @param flag what the catalogue does to it, or empty
 */
record Product(int number, Category category, String name, int cents, String flag) {
    /** A group of products, and the share of tax on them in ten-thousandths. */
    record Category(String name, int tax) {
        String key() {
            return plain(name).toLowerCase(Locale.ROOT);
        }
    }

    boolean flagged(String wanted) {
        return flag.startsWith(wanted) && !wanted.isEmpty();
    }

    boolean inCatalogue() {
        return !flagged("missing");
    }

    boolean hasCents() {
        return cents % 100 != 0;
    }

    /** A whole price that a dot between the thousands can be seen in: what most kinds of dirt need. */
    boolean hasThousands() {
        return inCatalogue() && !hasCents() && cents >= 100_000;
    }

    boolean hasAccent() {
        return !plain(name).equals(name);
    }

    /** The text without its accents. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    }
}
