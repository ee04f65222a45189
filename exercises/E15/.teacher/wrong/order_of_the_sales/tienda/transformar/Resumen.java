package tienda.transformar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tienda.Linea;
import tienda.Venta;

/** The sum of each category, by name. */
public final class Resumen {
    private Resumen() {}

    public static List<Linea> resumir(List<Venta> ventas) {
        Map<String, Long> totales = new LinkedHashMap<>();
        for (Venta venta : ventas) {
            totales.merge(venta.categoria(), venta.monto(), Long::sum);
        }
        return totales.entrySet().stream()
                .map(total -> new Linea(total.getKey(), total.getValue()))
                .toList();
    }
}
