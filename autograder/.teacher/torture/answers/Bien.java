package limpieza;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A right answer, for hostile ones to hide behind. */
final class Bien {
    private Bien() {}

    static List<VentaLimpia> limpias(List<VentaCruda> ventas) {
        List<VentaLimpia> limpias = new ArrayList<>();
        for (VentaCruda venta : ventas) {
            if (venta.precio() == null || venta.cantidad() == null) {
                continue;
            }
            BigDecimal total = venta.precio().multiply(BigDecimal.valueOf(venta.cantidad()));
            if (total.signum() > 0) {
                limpias.add(limpia(venta, total));
            }
        }
        return limpias;
    }

    private static VentaLimpia limpia(VentaCruda venta, BigDecimal total) {
        String producto = venta.producto() == null ? null : venta.producto().strip();
        String categoria = venta.categoria() == null ? null : venta.categoria().strip().toLowerCase(Locale.ROOT);
        return new VentaLimpia(producto, categoria, venta.precio(), venta.cantidad(), total);
    }
}
