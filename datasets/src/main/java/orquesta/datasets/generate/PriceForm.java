package orquesta.datasets.generate;

import java.util.List;
import java.util.Locale;

/** How people write an amount of pesos. */
enum PriceForm {
    /** {@code 1990} */
    PLAIN,
    /** {@code 1990.5} */
    POINT,
    /** {@code 1.990} */
    DOTS,
    /** {@code 1.990,50} */
    COMMA,
    /** {@code $ 1.990} */
    SYMBOL,
    /** {@code 1.990 CLP} */
    CLP;

    private static final List<PriceForm> USUAL = List.of(
            PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, DOTS, DOTS, DOTS, DOTS, DOTS, SYMBOL, SYMBOL, SYMBOL, CLP,
            COMMA);

    /** A form that this amount can have: below a thousand there is no dot to write, and cents need a point or a comma. */
    static PriceForm of(int cents, Dice dice) {
        PriceForm form = dice.pick(USUAL);
        if (cents % 100 != 0) {
            return form.withCents();
        }
        return form == DOTS && cents < 100_000 ? PLAIN : form;
    }

    private PriceForm withCents() {
        return switch (this) {
            case PLAIN -> POINT;
            case DOTS -> COMMA;
            default -> this;
        };
    }

    String write(int cents, Dice dice) {
        String grouped = grouped(cents / 100) + (cents % 100 == 0 ? "" : "," + fraction(cents, dice));
        return switch (this) {
            case PLAIN -> Integer.toString(cents / 100);
            case POINT -> cents / 100 + "." + fraction(cents, dice);
            case DOTS -> grouped(cents / 100);
            case COMMA -> grouped(cents / 100) + "," + fraction(cents, dice);
            case SYMBOL -> (dice.percent(70) ? "$ " : "$") + grouped;
            case CLP -> dice.percent(60) ? "CLP " + grouped : grouped + " CLP";
        };
    }

    /** The number with a dot between groups of three. */
    static String grouped(int pesos) {
        if (pesos < 1000) {
            return Integer.toString(pesos);
        }
        String rest = Integer.toString(1000 + pesos % 1000).substring(1);
        return grouped(pesos / 1000) + "." + rest;
    }

    private static String fraction(int cents, Dice dice) {
        String two = Integer.toString(100 + cents % 100).substring(1);
        return cents % 100 != 0 && two.endsWith("0") && dice.percent(50) ? two.substring(0, 1) : two;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
