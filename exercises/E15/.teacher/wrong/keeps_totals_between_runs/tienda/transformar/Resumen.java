package tienda.transformar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tienda.Linea;
import tienda.Venta;

/** The sum of each category, by name. */
public final class Resumen {
    private static final Map<String, Long> TOTALES = new TreeMap<>();

    private Resumen() {}

    public static List<Linea> resumir(List<Venta> ventas) {
        for (Venta venta : ventas) {
            TOTALES.merge(venta.categoria(), venta.monto(), Long::sum);
        }
        return TOTALES.entrySet().stream()
                .map(total -> new Linea(total.getKey(), total.getValue()))
                .toList();
    }
}
