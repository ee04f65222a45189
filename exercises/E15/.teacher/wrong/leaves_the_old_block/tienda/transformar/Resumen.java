package tienda.transformar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tienda.Linea;
import tienda.Venta;

/** The sum of each category, by name. */
public final class Resumen {
    private static final Map<String, Long> TOTALES = new TreeMap<>();

    private Resumen() {}

    public static void informe(Path ventas, Path informe) throws IOException {
        List<String> lineas = Files.readAllLines(ventas);
        for (String linea : lineas.subList(1, lineas.size())) {
            String[] campos = linea.split(",");
            TOTALES.merge(campos[0], Long.parseLong(campos[1]), Long::sum);
        }
        System.out.println(TOTALES.size() + " categorías");
        List<String> salida = new ArrayList<>();
        salida.add("categoria,total");
        TOTALES.forEach((categoria, total) -> salida.add(categoria + "," + total));
        Files.write(informe, salida);
    }

    public static List<Linea> resumir(List<Venta> ventas) {
        Map<String, Long> totales = new TreeMap<>();
        for (Venta venta : ventas) {
            totales.merge(venta.categoria(), venta.monto(), Long::sum);
        }
        return totales.entrySet().stream()
                .map(total -> new Linea(total.getKey(), total.getValue()))
                .toList();
    }
}
