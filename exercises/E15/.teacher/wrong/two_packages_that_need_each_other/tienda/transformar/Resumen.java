package tienda.transformar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tienda.Linea;
import tienda.Venta;
import tienda.extraer.Fuente;

/** The sum of each category, by name. */
public final class Resumen {
    private Resumen() {}

    /** A category as the report writes it. */
    public static String nombre(String categoria) {
        return categoria.strip();
    }

    public static List<Linea> resumir(Fuente fuente) {
        Map<String, Long> totales = new TreeMap<>();
        for (Venta venta : fuente.ventas()) {
            totales.merge(venta.categoria(), venta.monto(), Long::sum);
        }
        return totales.entrySet().stream()
                .map(total -> new Linea(total.getKey(), total.getValue()))
                .toList();
    }
}
