package orquesta.datasets.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Where a sale was made. Each channel writes dates in its own way; the texts of the days of 2025 are made once. */
record SalesChannel(String name, List<String> days) {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final String SHOP = "tienda ";
    private static final List<String> ISO = days("uuuu-MM-dd");
    private static final List<String> DASHES = days("dd-MM-uuuu");
    private static final List<String> SLASHES = days("dd/MM/uuuu");

    /** The channels, the frequent ones more than once. */
    private static final List<SalesChannel> SALES = List.of(
            new SalesChannel("web", ISO),
            new SalesChannel("web", ISO),
            new SalesChannel("web", ISO),
            new SalesChannel("web", ISO),
            new SalesChannel("app", ISO),
            new SalesChannel("app", ISO),
            new SalesChannel("teléfono", DASHES),
            new SalesChannel("tienda Santiago", SLASHES),
            new SalesChannel("tienda Santiago", SLASHES),
            new SalesChannel("tienda Ñuñoa", SLASHES),
            new SalesChannel("tienda Valparaíso", SLASHES),
            new SalesChannel("tienda Concepción", DASHES),
            new SalesChannel("tienda Temuco", DASHES),
            new SalesChannel("tienda Iquique", ISO),
            new SalesChannel("tienda Punta Arenas", SLASHES),
            new SalesChannel("feria", DASHES));

    static SalesChannel of(Dice dice) {
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
