package orquesta.datasets.generate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The catalogue: every product but those that it lacks, and what is wrong with it. */
final class ProductCatalogue {
    /** A row as it is written; the kind is what is planted in it, or empty. */
    record Entry(String kind, Product product, String name, String category, String tax) {}

    static final String WITHOUT_CATEGORY = "sin_categoria";

    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> missing;

    ProductCatalogue(Products products, long seed) {
        List<Product> listed =
                products.all().stream().filter(Product::inCatalogue).toList();
        missing = products.all().stream()
                .filter(product -> !product.inCatalogue())
                .map(product -> new Entry("product_missing", product, product.name(), "", ""))
                .toList();
        List<Entry> late = new ArrayList<>();
        for (Product product : Products.shuffled(listed, new Dice(seed, -3 - PlantingPlan.BLOCK * 10_000_000_000L))) {
            entries.add(first(product));
            if (product.flagged("repeated") || product.flagged("conflict")) {
                String name = product.flagged("repeated") ? capitals(product) : product.name();
                late.add(new Entry(
                        "product_" + product.flag().split(" ", -1)[0],
                        product,
                        name,
                        product.category().key(),
                        tax(product)));
            }
        }
        entries.add(100, new Entry("product_empty", listed.get(0), "", "hogar", "0.19"));
        entries.addAll(late);
    }

    private static String capitals(Product product) {
        return Product.plain(product.name()).toUpperCase(Locale.ROOT);
    }

    private static Entry first(Product product) {
        String name = product.name();
        String key = product.category().key();
        String tax = tax(product);
        String flag = product.flag().split(" ", -1)[0];
        return switch (flag) {
            case "accent" -> new Entry("product_accent", product, capitals(product), key, tax);
            case "category" ->
                new Entry("category_variant", product, name, product.category().name() + " ", tax);
            case "no_category" -> new Entry("category_empty", product, name, "", tax);
            case "no_tax" -> new Entry("tax_empty", product, name, key, "");
            case "tax_comma" -> new Entry("tax_comma", product, name, key, tax.replace('.', ','));
            case "conflict" -> conflicting(product, product.flag().split(" ", -1));
            default -> new Entry("", product, name, key, tax);
        };
    }

    private static Entry conflicting(Product product, String[] flag) {
        String key = new Product.Category(flag[1], 0).key();
        return new Entry("", product, product.name(), key, flag[2]);
    }

    private static String tax(Product product) {
        return BigDecimal.valueOf(product.category().tax(), 4)
                .stripTrailingZeros()
                .toPlainString();
    }

    List<Entry> entries() {
        return entries;
    }

    /** The rows with something planted in them, and those that the catalogue lacks although they were sold. */
    List<Entry> planted(Ledger ledger) {
        List<Entry> planted = new ArrayList<>(missing);
        planted.removeIf(entry -> ledger.sold(entry.product()).rows == 0);
        entries.stream().filter(entry -> !entry.kind().isEmpty()).forEach(planted::add);
        return planted;
    }

    /** The category under which the rules count a product. */
    static String category(Product product) {
        boolean none = product.flagged("missing") || product.flagged("no_category");
        return none ? WITHOUT_CATEGORY : product.category().key();
    }

    /** The tax that the rules add to a product, in ten-thousandths. */
    static int taxOf(Product product) {
        return product.flagged("missing") || product.flagged("no_tax")
                ? 0
                : product.category().tax();
    }

    void writeCsv(Path file) throws IOException {
        StringBuilder out = new StringBuilder("Producto,Categoria_Norm, Impuesto\n");
        for (Entry entry : entries) {
            out.append(Csv.record(entry.name(), entry.category(), entry.tax()));
        }
        Files.writeString(file, out, StandardCharsets.UTF_8);
    }

    /** The same rows as a typed file: empty is null, and the tax is a number. */
    void writeParquet(Path file) throws IOException, SQLException {
        CatalogueParquet.write(
                file,
                entries.stream()
                        .map(entry -> List.of(
                                entry.name(), entry.category(), entry.tax().replace(',', '.')))
                        .toList());
    }
}
