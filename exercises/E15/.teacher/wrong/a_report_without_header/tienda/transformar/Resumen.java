package tienda.transformar;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tienda.Linea;
import tienda.Venta;

/** The sum of each category, by name. */
public final class Resumen {
    private Resumen() {}

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
