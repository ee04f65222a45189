package limpieza;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import orquesta.autograder.exercise.Case;

/** Products and categories. */
final class TextCases {
    /** With an i, which a Turkish lower case of I would not give back. */
    private static final List<String> WITH_I = List.of("limpieza", "vinos", "fiambres", "mariscos", "embutidos");

    /** Blanks that strip() removes and trim() does not: em, thin and ideographic space, line separator. */
    private static final List<String> OTHER_BLANKS = List.of("\u2003", "\u2009", "\u3000", "\u2028");

    private final Shop shop;

    TextCases(Shop shop) {
        this.shop = shop;
    }

    List<Case> all() {
        return List.of(
                trimmed(),
                otherBlanks(),
                otherBlanksAroundTheProduct(),
                innerBlanks(),
                lowerCase(),
                lowerCaseIn("tr-TR"),
                lowerCaseIn("az-AZ"),
                withoutCategory(),
                blankCategory(),
                withoutProduct(),
                emptyProduct(),
                withoutTexts());
    }

    private Case trimmed() {
        Case.Builder trimmed = Case.forCheck("texts_are_trimmed");
        for (Sale sale : shop.sales(5)) {
            trimmed.becomes(sale.raw(shop.padded(sale.producto()), shop.padded(sale.categoria())), sale.clean());
        }
        return trimmed.build();
    }

    private Case otherBlanks() {
        Case.Builder trimmed = Case.forCheck("every_blank_is_trimmed");
        for (Sale sale : shop.sales(4)) {
            trimmed.becomes(sale.raw(sale.producto(), widely(sale.categoria())), sale.clean());
        }
        return trimmed.build();
    }

    private Case otherBlanksAroundTheProduct() {
        Case.Builder trimmed = Case.forCheck("every_blank_is_trimmed");
        for (Sale sale : shop.sales(4)) {
            trimmed.becomes(sale.raw(widely(sale.producto()), sale.categoria()), sale.clean());
        }
        return trimmed.build();
    }

    private String widely(String text) {
        return shop.oneOf(OTHER_BLANKS) + text + shop.oneOf(OTHER_BLANKS);
    }

    /** One blank between the words of the product, or several, and several in the category: all stay as they are. */
    private Case innerBlanks() {
        Case.Builder inner = Case.forCheck("blanks_inside_stay");
        List<Sale> sales = shop.sales(4);
        for (int at = 0; at < sales.size(); at++) {
            Sale plain = sales.get(at);
            String gap = at == 0 ? "  " : " ";
            Sale sale = plain.named(plain.producto() + gap + "de" + gap + "la casa", plain.categoria() + "  y más");
            inner.becomes(sale.raw(), sale.clean());
        }
        return inner.build();
    }

    private Case lowerCase() {
        Case.Builder lower = Case.forCheck("category_is_lower_case");
        for (Sale plain : shop.sales(5)) {
            Sale sale = plain.named(shop.capitals(plain.producto()), plain.categoria());
            lower.becomes(sale.raw(sale.producto(), shop.capitals(sale.categoria())), sale.clean());
        }
        return lower.build();
    }

    private Case lowerCaseIn(String locale) {
        Case.Builder lower = Case.forCheck("lower_case_everywhere").locale(locale);
        String categoria = shop.oneOf(WITH_I);
        for (Sale plain : shop.sales(4)) {
            Sale sale = plain.named(plain.producto(), categoria);
            lower.becomes(sale.raw(sale.producto(), categoria.toUpperCase(Locale.ROOT)), sale.clean());
        }
        return lower.build();
    }

    private Case withoutCategory() {
        return missing(sale -> sale.named(sale.producto(), null));
    }

    private Case withoutProduct() {
        return missing(sale -> sale.named(null, sale.categoria()));
    }

    private Case withoutTexts() {
        return missing(sale -> sale.named(null, null));
    }

    /** Without blanks: an answer that forgets to trim the product has its own check. */
    private Case emptyProduct() {
        return missing(sale -> sale.named("", sale.categoria()));
    }

    private Case missing(UnaryOperator<Sale> lose) {
        Case.Builder missing = Case.forCheck("missing_text_stays");
        for (Sale plain : shop.sales(3)) {
            Sale sale = lose.apply(plain);
            missing.becomes(sale.raw(), sale.clean());
        }
        return missing.build();
    }

    /** A text of blanks alone is the empty text, not null. */
    private Case blankCategory() {
        Case.Builder blank = Case.forCheck("missing_text_stays");
        List<Sale> sales = shop.sales(3);
        for (int at = 0; at < sales.size(); at++) {
            Sale sale = sales.get(at).named(sales.get(at).producto(), "");
            blank.becomes(sale.raw(sale.producto(), at == 1 ? "" : shop.blanks()), sale.clean());
        }
        return blank.build();
    }
}
