package tienda;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.asset.Run;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.resource.Resource;

/** The closing of each day, which the accountants read. */
public class Tienda {
    record Venta(String producto, BigDecimal monto) {}

    /** How many lines were kept. */
    record Conteo(int lineas) {}

    /** Where the closing lies. */
    record Carpeta(String ruta) {
        Path cierre() {
            return Path.of(ruta, "cierre.csv");
        }
    }

    @Asset
    Relation ventas() {
        return Relation.csv(
                "ventas.csv",
                "header = true, delim = ',', quote = '\"', escape = '\"', columns = {'producto': 'VARCHAR', 'monto': 'DECIMAL(30,2)'}");
    }

    @Asset
    Conteo cierre(List<Venta> ventas, Carpeta carpeta, Run run) throws IOException {
        Map<String, BigDecimal> before = new HashMap<>();
        if (Files.exists(carpeta.cierre())) {
            for (Linea line : lines(carpeta.cierre())) {
                before.put(line.producto(), line.total());
            }
        }
        Files.createDirectories(carpeta.cierre().getParent());
        int count = 0;
        try (BufferedWriter out = Files.newBufferedWriter(carpeta.cierre())) {
            for (Map.Entry<String, List<Venta>> sold : byProduct(ventas).entrySet()) {
                String product = sold.getKey();
                BigDecimal total = total(product, sold.getValue());
                out.write(product + "," + run.date() + "," + total + "," + before.get(product) + "\n");
                count++;
            }
        }
        return new Conteo(count);
    }

    @Asset
    List<Linea> contabilidad(Conteo cierre, Carpeta carpeta) throws IOException {
        return lines(carpeta.cierre());
    }

    private static List<Linea> lines(Path file) throws IOException {
        List<Linea> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            BigDecimal before = cells[3].equals("null") ? null : new BigDecimal(cells[3]);
            lines.add(new Linea(cells[0], LocalDate.parse(cells[1]), new BigDecimal(cells[2]), before));
        }
        return lines;
    }

    private static Map<String, List<Venta>> byProduct(List<Venta> sales) {
        return sales.stream().collect(Collectors.groupingBy(Venta::producto, TreeMap::new, Collectors.toList()));
    }

    private static BigDecimal total(String product, List<Venta> sales) {
        BigDecimal total = BigDecimal.ZERO;
        for (Venta sale : sales) {
            if (sale.monto() == null) {
                throw new IllegalStateException("a sale of " + product + " without an amount");
            }
            total = total.add(sale.monto());
        }
        return total;
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda())
                .resource("carpeta", Resource.at("almacen", Carpeta::new))
                .job(Job.named("cierre_diario").select("*contabilidad"));
    }
}
