package orquesta.datasets.generate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small pair of files with one defect of a whole file, and what the rules say must happen.
 *
 * @param files the bytes by file name
 * @param answer facts for the manifest: the outcome, the rows, the rules that refuse, the warnings
 */
record Variant(String name, Map<String, byte[]> files, Map<String, Object> answer) {
    static final String SALES = "ventas.csv";
    static final String CATALOGUE = "catalogo.csv";

    static final String HEADER = "id_venta,fecha,producto,categoria,precio,cantidad,canal,id_cliente\n";
    static final List<String> ROWS = List.of(
            "V1,2025-03-01,Lápiz pasta azul,Papelería,490,3,web,C0001\n",
            "V2,2025-03-01,Poncho de alpaca,Ropa,49.990,1,tienda Temuco,\n",
            "V3,02-03-2025,\"Té en hojas, 250 g\",Almacén,$ 2.790,2,feria,C0002\n",
            "V4,02/03/2025,Volantín chileno,Juguetes,990 CLP,4,tienda Ñuñoa,\n",
            "V5,2025-03-03,Sartén antiadherente,Hogar,\"14.990,00\",1,app,C0003\n",
            "V6,2025-03-03,Taller de cueca,Talleres,20.000,1,web,C0004\n");
    static final String PLAIN_SALES = HEADER + String.join("", ROWS);
    static final String PLAIN_CATALOGUE = """
            producto,categoria_norm,impuesto
            lápiz pasta azul,papeleria,0.19
            poncho de alpaca,ropa,0.19
            "té en hojas, 250 g",almacen,0.19
            volantín chileno,juguetes,0.19
            sartén antiadherente,hogar,0.19
            taller de cueca,talleres,0
            """;

    /** A variant of the sales, with the usual catalogue; all rows are read and used unless it is said otherwise. */
    static Variant sales(String name, String text) {
        return sales(name, text, StandardCharsets.UTF_8);
    }

    static Variant sales(String name, String text, Charset charset) {
        return of(name, text.getBytes(charset), PLAIN_CATALOGUE.getBytes(StandardCharsets.UTF_8));
    }

    static Variant catalogue(String name, String text) {
        return of(name, PLAIN_SALES.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Variant of(String name, byte[] sales, byte[] catalogue) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(SALES, sales);
        files.put(CATALOGUE, catalogue);
        return new Variant(name, files, Map.of())
                .with("outcome", "published")
                .with("rows", ROWS.size())
                .with("used", ROWS.size());
    }

    Variant without(String file) {
        Map<String, byte[]> fewer = new LinkedHashMap<>(files);
        fewer.remove(file);
        return new Variant(name, fewer, answer);
    }

    Variant with(String fact, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(answer);
        more.put(fact, value);
        return new Variant(name, files, more);
    }

    /** Not all rows are used; sorted, since the order of {@code Map.of} changes from one JVM to the next. */
    Variant refuses(int rows, Map<String, Integer> refused) {
        int count = refused.values().stream().mapToInt(Integer::intValue).sum();
        return with("rows", rows).with("used", rows - count).with("refused", new TreeMap<>(refused));
    }

    Variant warns(String... checks) {
        return with("warnings", List.of(checks));
    }

    /** The step that reads this file fails. */
    Variant fails(String file, String problem) {
        Map<String, Object> facts = new LinkedHashMap<>(answer);
        facts.keySet().removeAll(List.of("rows", "used"));
        facts.put("outcome", "failed");
        facts.put("file", file);
        facts.put("problem", problem);
        return new Variant(name, files, facts);
    }
}
