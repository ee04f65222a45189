package orquesta.datasets.generate;

import static orquesta.datasets.generate.SalesRow.DATE;
import static orquesta.datasets.generate.SalesRow.ID;
import static orquesta.datasets.generate.SalesRow.PRICE;
import static orquesta.datasets.generate.SalesRow.PRODUCT;
import static orquesta.datasets.generate.SalesRow.QUANTITY;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What is planted in the sales: what the rules make of it, how often in 5,000 rows, and what it does to a row. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
enum PlantedKind {
    ROW_DECIMAL_COMMA(
            RowFate.FILA_ILEGIBLE,
            8,
            product -> product.hasCents() && !product.name().contains(","),
            (row, dice) -> {
                row.sellSome("1");
                row.set(PRICE, PriceForm.COMMA.write(row.cents(), dice));
                row.raw(row.joined(8));
            }),
    ROW_CUT(
            RowFate.FILA_ILEGIBLE,
            4,
            product -> product.hasThousands() && !product.name().contains(","),
            (row, dice) -> {
                row.sellSome("");
                row.raw(row.joined(4));
            }),
    ROW_OF_BLANKS(RowFate.FILA_ILEGIBLE, 2, (row, dice) -> {
        row.sell(0, "");
        row.raw(dice.percent(50) ? "   " : " \t ");
    }),

    PRICE_EMPTY(RowFate.PRECIO_NULO, 14, (row, dice) -> row.set(PRICE, "")),
    PRICE_ONLY_MARK(RowFate.PRECIO_NULO, 4, (row, dice) -> row.set(PRICE, dice.percent(50) ? "$" : " CLP ")),
    PRICE_AND_DATE(RowFate.PRECIO_NULO, 3, (row, dice) -> {
        row.set(PRICE, "");
        row.set(DATE, "31-02-2025");
    }),

    PRICE_AMERICAN(
            RowFate.PRECIO_ILEGIBLE,
            10,
            (row, dice) -> row.set(PRICE, grouped(row).replace('.', ','))),
    PRICE_SPACE(
            RowFate.PRECIO_ILEGIBLE,
            6,
            (row, dice) -> row.set(PRICE, grouped(row).replace('.', ' '))),
    PRICE_WORD(RowFate.PRECIO_ILEGIBLE, 12, (row, dice) -> row.set(PRICE, word(dice.below(3)))),
    PRICE_SIGN_FIRST(RowFate.PRECIO_ILEGIBLE, 3, (row, dice) -> row.set(PRICE, "-$" + grouped(row))),
    PRICE_EXPONENT(RowFate.PRECIO_ILEGIBLE, 2, (row, dice) -> row.set(PRICE, row.cents() / 100_000 + "e3")),
    PRICE_THREE_DECIMALS(RowFate.PRECIO_ILEGIBLE, 3, (row, dice) -> row.set(PRICE, row.cents() / 100 + ".000")),
    PRICE_LEADING_ZERO(RowFate.PRECIO_ILEGIBLE, 2, (row, dice) -> row.set(PRICE, "0." + row.cents() / 100)),
    PRICE_FULL_WIDTH(RowFate.PRECIO_ILEGIBLE, 1, (row, dice) -> row.set(PRICE, fullWidth(row.cents() / 100))),
    PRICE_THREE_MARKS(RowFate.PRECIO_ILEGIBLE, 1, (row, dice) -> row.set(PRICE, "$ CLP $ " + grouped(row))),

    QUANTITY_EMPTY(RowFate.CANTIDAD_NULA, 8, (row, dice) -> row.sellSome("")),
    QUANTITY_FRACTION(RowFate.CANTIDAD_ILEGIBLE, 4, (row, dice) -> row.sellSome(dice.percent(50) ? "3.5" : "1,5")),
    QUANTITY_WORD(RowFate.CANTIDAD_ILEGIBLE, 4, (row, dice) -> row.sellSome(dice.percent(50) ? "dos" : "una docena")),
    QUANTITY_THREE_DECIMALS(RowFate.CANTIDAD_ILEGIBLE, 2, (row, dice) -> row.sellSome("3,000")),

    DATE_IMPOSSIBLE(
            RowFate.FECHA_ILEGIBLE, 6, (row, dice) -> row.set(DATE, dice.percent(50) ? "31-02-2025" : "2025-02-30")),
    DATE_AMERICAN(
            RowFate.FECHA_ILEGIBLE,
            6,
            (row, dice) -> row.set(DATE, "0" + (1 + dice.below(9)) + "/" + (13 + dice.below(16)) + "/2025")),
    DATE_SHORT_YEAR(
            RowFate.FECHA_ILEGIBLE,
            4,
            (row, dice) -> row.set(DATE, "1" + dice.below(10) + "-0" + (1 + dice.below(9)) + "-25")),
    DATE_WORD(RowFate.FECHA_ILEGIBLE, 2, (row, dice) -> row.set(DATE, (2 + dice.below(27)) + " de marzo de 2025")),
    DATE_EMPTY(RowFate.FECHA_ILEGIBLE, 2, (row, dice) -> row.set(DATE, "")),
    DATE_TOO_OLD(
            RowFate.FECHA_ILEGIBLE, 2, (row, dice) -> row.set(DATE, dice.percent(50) ? "1925-05-14" : "01-01-1900")),
    DATE_FUTURE(RowFate.FECHA_FUTURA, -1, (row, dice) -> row.set(DATE, "2999-12-31")),

    QUANTITY_NEGATIVE(RowFate.TOTAL_NO_POSITIVO, 16, (row, dice) -> refund(row, 1 + dice.below(3))),
    QUANTITY_ZERO(RowFate.TOTAL_NO_POSITIVO, 6, (row, dice) -> row.sell(0, "0")),
    PRICE_ZERO(RowFate.TOTAL_NO_POSITIVO, 6, (row, dice) -> row.set(PRICE, dice.percent(50) ? "0" : "$ 0")),
    PRICE_NEGATIVE(RowFate.TOTAL_NO_POSITIVO, 4, (row, dice) -> row.set(PRICE, "-" + grouped(row))),

    ID_EMPTY(RowFate.ID_NULO, 5, (row, dice) -> row.set(ID, "")),
    ID_OF_BLANKS(RowFate.ID_NULO, 2, (row, dice) -> row.set(ID, "  ")),
    /** The row of an earlier sale, sent twice. */
    ID_SENT_TWICE(RowFate.ID_REPETIDO, 20),
    /** The id of an earlier sale on another one. */
    ID_TAKEN(RowFate.ID_REPETIDO, 4),

    /** The sale of an earlier {@link #PRICE_WORD}, sent again with its price: its id is still free. */
    ID_CORRECTED(RowFate.USED, 6),
    /** Ids that look alike and are not the same. */
    ID_ALIKE(RowFate.USED, -4),
    ID_BLANKS(RowFate.USED, 3, (row, dice) -> row.set(ID, " " + row.get(ID) + " ")),
    PRICE_NBSP(
            RowFate.USED,
            12,
            (row, dice) -> row.set(PRICE, "$" + (dice.percent(50) ? "\u00a0" : "\u202f") + grouped(row))),
    PRICE_TWO_MARKS(RowFate.USED, 3, (row, dice) -> row.set(PRICE, "CLP $ " + grouped(row))),
    PRICE_PLUS(RowFate.USED, 2, (row, dice) -> row.set(PRICE, "+" + grouped(row))),
    QUANTITY_DECIMALS(
            RowFate.USED, 12, (row, dice) -> row.set(QUANTITY, row.quantity() + (dice.percent(50) ? ".0" : ",00"))),
    QUANTITY_THOUSAND(RowFate.USED, 3, Product::hasCents, (row, dice) -> row.sell(1000, "1.000")),
    DATE_BLANKS(RowFate.USED, 4, (row, dice) -> row.set(DATE, " " + row.get(DATE) + "  ")),
    PRODUCT_VARIANT(RowFate.USED, 60, (row, dice) -> row.set(PRODUCT, variant(row.product.name(), dice.below(3)))),
    PRODUCT_DECOMPOSED(
            RowFate.USED,
            6,
            product -> product.hasThousands() && product.hasAccent(),
            (row, dice) -> row.set(PRODUCT, Normalizer.normalize(row.product.name(), Normalizer.Form.NFD))),
    PRODUCT_NBSP(RowFate.USED, 5, (row, dice) -> row.set(PRODUCT, row.product.name() + "\u00a0")),
    PRODUCT_LINE_BREAK(
            RowFate.USED, 3, (row, dice) -> row.set(PRODUCT, row.product.name().replaceFirst(" ", "\n"))),
    PRODUCT_BARE_QUOTE(
            RowFate.USED, 4, product -> product.hasThousands() && product.name().endsWith("\""), (row, dice) -> {
                row.set(PRICE, Integer.toString(row.cents() / 100));
                row.raw(row.joined(8));
            }),
    PRODUCT_UNKNOWN(RowFate.USED, 40, product -> !product.inCatalogue(), (row, dice) -> {}),
    /** An empty line before the row. */
    EMPTY_LINE(RowFate.NOT_A_ROW, 3);

    final RowFate fate;

    /** How often in 5,000 rows; a negative number is how often in a file. */
    final int quota;

    final Predicate<Product> products;
    final BiConsumer<SalesRow, Dice> plant;

    PlantedKind(RowFate fate, int quota) {
        this(fate, quota, (row, dice) -> {});
    }

    PlantedKind(RowFate fate, int quota, BiConsumer<SalesRow, Dice> plant) {
        this(fate, quota, Product::hasThousands, plant);
    }

    PlantedKind(RowFate fate, int quota, Predicate<Product> products, BiConsumer<SalesRow, Dice> plant) {
        this.fate = fate;
        this.quota = quota;
        this.products = products;
        this.plant = plant;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String grouped(SalesRow row) {
        return PriceForm.grouped(row.cents() / 100);
    }

    private static void refund(SalesRow row, int quantity) {
        row.sell(-quantity, "-" + quantity);
    }

    private static String word(int which) {
        return switch (which) {
            case 0 -> "n/d";
            case 1 -> "consultar";
            default -> "s/p";
        };
    }

    private static String fullWidth(int pesos) {
        return Integer.toString(pesos)
                .chars()
                .collect(
                        StringBuilder::new,
                        (out, digit) -> out.append((char) (digit - '0' + '０')),
                        StringBuilder::append)
                .toString();
    }

    private static String variant(String name, int which) {
        return switch (which) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> Product.plain(name).toLowerCase(Locale.ROOT);
            default -> "  " + name.replace(" ", "  ") + " ";
        };
    }
}
