package orquesta.datasets.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Makes a folder of data: sales, catalogue and manifest, and for the class also the defects of whole files. */
public record Generator(long rows, long seed) {
    /** The sales that a class works with, and the seed of those that are part of the kit. */
    public static final long CLASS_ROWS = 5000;

    public static final long SEED = 2025;

    /** With fewer, the kinds that are rare would not be there. */
    public static final long LEAST_ROWS = 1000;

    /** Writes the data; the same seed gives the same bytes of text, on any JDK. */
    public void write(Path folder) throws IOException, SQLException {
        write(folder, List.of());
    }

    /** Writes the data, in {@code variants} one folder for each defect of a whole file, and in {@code tiendas} the tills. */
    public void writeWithVariants(Path folder) throws IOException, SQLException {
        List<Variant> variants = Variants.all();
        for (Variant variant : variants) {
            Path target = Files.createDirectories(folder.resolve("variants").resolve(variant.name()));
            for (Map.Entry<String, byte[]> file : variant.files().entrySet()) {
                Files.write(target.resolve(file.getKey()), file.getValue());
            }
        }
        write(folder, variants);
    }

    private void write(Path folder, List<Variant> variants) throws IOException, SQLException {
        Files.createDirectories(folder);
        Products products = Products.load(seed);
        TillFiles tills = variants.isEmpty() ? null : new TillFiles();
        Ledger ledger = new SalesFile(products, seed, rows, tills).write(folder.resolve("ventas.csv"));
        if (tills != null) {
            tills.write(Files.createDirectories(folder.resolve("tiendas")));
        }
        ProductCatalogue catalogue = new ProductCatalogue(products, seed);
        catalogue.writeCsv(folder.resolve("catalogo.csv"));
        catalogue.writeParquet(folder.resolve("catalogo.parquet"));
        Manifest manifest = new Manifest(seed, rows);
        manifest.sales(products, ledger);
        manifest.catalogue(catalogue, ledger);
        manifest.variants(variants);
        manifest.write(folder.resolve("manifest.json"));
    }
}
