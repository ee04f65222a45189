package orquesta.datasets.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the till of each shop wrote of its own sales: one tidy file a shop, for the lessons before the dirt. Whole pesos
 * without a mark, days as {@code 2025-01-31}, names as the catalogue has them. A price that nobody typed is empty, and a
 * return has a quantity below zero.
 */
final class TillFiles {
    static final String HEADER = "id_venta,fecha,tienda,producto,categoria,precio,cantidad\n";

    private final Map<String, StringBuilder> files = new TreeMap<>();

    /** Takes a sale of a shop, if its till would have written it: no other dirt, and no part of a peso. */
    void add(SalesRow row, @Nullable PlantedKind kind) {
        if (!row.channel.isShop() || row.cents() % 100 != 0 || !isWritten(kind)) {
            return;
        }
        boolean priced = kind == null || kind == PlantedKind.QUANTITY_NEGATIVE;
        String town = row.channel.town();
        files.computeIfAbsent(key(town), name -> new StringBuilder(HEADER))
                .append(Csv.record(
                        row.get(SalesRow.ID),
                        SalesChannel.isoDay(row.day),
                        town,
                        row.product.name(),
                        row.product.category().key(),
                        priced ? Integer.toString(row.cents() / 100) : "",
                        Integer.toString(row.quantity())));
    }

    private static boolean isWritten(@Nullable PlantedKind kind) {
        return kind == null
                || kind == PlantedKind.QUANTITY_NEGATIVE
                || kind.fate == RowFate.PRECIO_NULO
                || kind.fate == RowFate.PRECIO_ILEGIBLE;
    }

    /** The name of a shop's file: {@code punta_arenas}. */
    private static String key(String town) {
        return Product.plain(town).toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".csv"), file.getValue());
        }
    }
}
