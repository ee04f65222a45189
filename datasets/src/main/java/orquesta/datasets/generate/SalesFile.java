package orquesta.datasets.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the sales, block by block, and keeps the ledger of what it wrote. */
final class SalesFile {
    static final String HEADER = " ID_Venta ,Fecha, Producto,CATEGORIA ,Precio , Cantidad,Canal,Id_Cliente\n";
    private static final String[] ALIKE = {"7", "007", "a1", "A1"};

    private final Products products;
    private final long seed;
    private final long rows;
    private final Ledger ledger;
    private final @Nullable TillFiles tills;
    private long line = 2;

    SalesFile(Products products, long seed, long rows) {
        this(products, seed, rows, null);
    }

    /** @param tills what also writes each sale of a shop, or null */
    SalesFile(Products products, long seed, long rows, @Nullable TillFiles tills) {
        this.tills = tills;
        this.products = products;
        this.seed = seed;
        this.rows = rows;
        this.ledger = new Ledger(products.all());
    }

    Ledger write(Path file) throws IOException {
        try (BufferedWriter out = new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), 1 << 16)) {
            out.append(HEADER);
            StringBuilder text = new StringBuilder();
            for (long start = 0; start < rows; start += PlantingPlan.BLOCK) {
                int size = (int) Math.min(PlantingPlan.BLOCK, rows - start);
                PlantingPlan plan = new PlantingPlan(size, start == 0, new Dice(seed, -2 - start));
                for (int i = 0; i < size; i++) {
                    text.setLength(0);
                    append(text, plan, start, i);
                    out.append(text);
                }
            }
        }
        return ledger;
    }

    private void append(StringBuilder text, PlantingPlan plan, long start, int i) {
        PlantedKind kind = plan.kind(i);
        SalesRow row = row(plan, start, i);
        if (kind == PlantedKind.EMPTY_LINE) {
            text.append('\n');
        }
        row.write(text);
        ledger.add(row, kind, line);
        if (tills != null) {
            tills.add(row, kind);
        }
        for (int c = 0; c < text.length(); c++) {
            line += text.charAt(c) == '\n' ? 1 : 0;
        }
    }

    private SalesRow row(PlantingPlan plan, long start, int i) {
        PlantedKind kind = plan.kind(i);
        if (kind == PlantedKind.ID_SENT_TWICE) {
            return sale(start + plan.reference(i), null);
        }
        if (kind == PlantedKind.ID_CORRECTED) {
            return sale(start + plan.reference(i), kind);
        }
        SalesRow row = sale(start + i, kind);
        if (kind == PlantedKind.ID_TAKEN) {
            row.set(SalesRow.ID, id(start + plan.reference(i)));
        } else if (kind == PlantedKind.ID_ALIKE) {
            row.set(SalesRow.ID, ALIKE[plan.reference(i)]);
        }
        return row;
    }

    /** The row of this number, always the same: a clean one may be an offer, a planted one has the product's usual price. */
    private SalesRow sale(long number, @Nullable PlantedKind kind) {
        Dice dice = new Dice(seed, number);
        Product product = products.sold(dice, kind == null ? Product::inCatalogue : kind.products);
        boolean offer = kind == null && product.hasThousands() && dice.percent(8);
        int cents = offer ? product.cents() * 4 / 5 / 1000 * 1000 : product.cents();
        SalesRow row = new SalesRow(product, cents, (int) (number * 365 / rows), dice);
        row.set(SalesRow.ID, id(number));
        if (kind != null) {
            kind.plant.accept(row, dice);
        }
        return row;
    }

    private static String id(long number) {
        return "V" + Long.toString(100_000_001 + number).substring(1);
    }
}
