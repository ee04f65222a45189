package orquesta.datasets.generate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of the sales while it is made: first as the sale was, then with what was planted in it. */
final class SalesRow {
    static final int ID = 0;
    static final int DATE = 1;
    static final int PRODUCT = 2;
    static final int CATEGORY = 3;
    static final int PRICE = 4;
    static final int QUANTITY = 5;

    final Product product;
    final PriceForm form;
    final SalesChannel channel;
    final int day;
    private final String[] fields = new String[8];
    private int cents;
    private int quantity;
    private @Nullable String raw;

    /** The sale, written as its channel writes; the cents are what was charged, the usual price or an offer. */
    SalesRow(Product product, int cents, int day, Dice dice) {
        this.channel = SalesChannel.of(dice);
        this.day = day;
        this.product = product;
        this.cents = cents;
        this.form = PriceForm.of(cents, dice);
        this.quantity = quantity(product, dice);
        fields[DATE] = channel.days().get(day);
        fields[PRODUCT] = product.name();
        fields[CATEGORY] = category(product, dice);
        fields[PRICE] = form.write(cents, dice);
        fields[QUANTITY] = Integer.toString(quantity);
        fields[6] = channel.name();
        fields[7] = client(channel, dice);
    }

    private static int quantity(Product product, Dice dice) {
        if (product.cents() < 50_00) {
            return dice.pick(10, 12, 20, 25, 50, 100);
        }
        return product.cents() > 20_000_00 ? 1 : dice.pick(1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6);
    }

    private static String category(Product product, Dice dice) {
        String name = product.category().name();
        int chance = dice.below(100);
        if (chance < 86) {
            return name;
        }
        if (chance < 93) {
            return product.category().key();
        }
        return chance < 98 ? name.toUpperCase(Locale.ROOT) + " " : "";
    }

    private static String client(SalesChannel channel, Dice dice) {
        boolean known = channel.keepsClients() || dice.percent(40);
        return known
                ? "C"
                        + Integer.toString(10_001 + dice.below(1 + dice.below(1000)))
                                .substring(1)
                : "";
    }

    String get(int column) {
        return fields[column];
    }

    void set(int column, String text) {
        fields[column] = text;
    }

    /** Writes the quantity, and counts the money behind the row by it. */
    void sell(int quantity, String text) {
        this.quantity = quantity;
        fields[QUANTITY] = text;
    }

    /** Writes a quantity that no rule reads: the money behind the row is counted as of one. */
    void sellSome(String text) {
        sell(1, text);
    }

    /** Replaces the whole record, so that nothing of it is quoted. */
    void raw(String record) {
        raw = record;
    }

    /** The fields from the first up to, but without, one, as they are, with commas. */
    String joined(int end) {
        return String.join(",", java.util.Arrays.asList(fields).subList(0, end));
    }

    int quantity() {
        return quantity;
    }

    int cents() {
        return cents;
    }

    void write(StringBuilder out) {
        if (raw != null) {
            out.append(raw).append('\n');
            return;
        }
        for (int i = 0; i < fields.length; i++) {
            Csv.append(out, fields[i], ',');
            out.append(i < fields.length - 1 ? ',' : '\n');
        }
    }
}
