package orquesta.datasets.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Where a sale was made. Each channel writes dates in its own way; the texts of the days of 2025 are made once. */
record Channel(String name, List<String> days) {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final String SHOP = "tienda ";
    private static final List<String> ISO = days("uuuu-MM-dd");
    private static final List<String> DASHES = days("dd-MM-uuuu");
    private static final List<String> SLASHES = days("dd/MM/uuuu");

    /** The channels, the frequent ones more than once. */
    private static final List<Channel> SALES = List.of(
            new Channel("web", ISO),
            new Channel("web", ISO),
            new Channel("web", ISO),
            new Channel("web", ISO),
            new Channel("app", ISO),
            new Channel("app", ISO),
            new Channel("teléfono", DASHES),
            new Channel("tienda Santiago", SLASHES),
            new Channel("tienda Santiago", SLASHES),
            new Channel("tienda Ñuñoa", SLASHES),
            new Channel("tienda Valparaíso", SLASHES),
            new Channel("tienda Concepción", DASHES),
            new Channel("tienda Temuco", DASHES),
            new Channel("tienda Iquique", ISO),
            new Channel("tienda Punta Arenas", SLASHES),
            new Channel("feria", DASHES));

    static Channel of(Dice dice) {
        return dice.pick(SALES);
    }

    boolean keepsClients() {
        return !isShop() && !name.equals("feria");
    }

    boolean isShop() {
        return name.startsWith(SHOP);
    }

    /** The town of a shop: {@code Punta Arenas}. */
    String town() {
        return name.substring(SHOP.length());
    }

    /** A day of 2025, the first is 0, as {@code 2025-01-31}. */
    static String isoDay(int day) {
        return ISO.get(day);
    }

    private static List<String> days(String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        return IntStream.range(0, 365)
                .mapToObj(day -> FIRST.plusDays(day).format(formatter))
                .toList();
    }
}
