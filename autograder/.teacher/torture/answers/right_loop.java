package limpieza;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A loop, an if, a mutable list. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        List<VentaLimpia> limpias = new ArrayList<>();
        for (int i = 0; i < ventas.size(); i++) {
            VentaCruda v = ventas.get(i);
            if (v.precio() != null && v.cantidad() != null) {
                BigDecimal total = v.precio().multiply(new BigDecimal(v.cantidad()));
                if (total.compareTo(BigDecimal.ZERO) > 0) {
                    String producto = v.producto();
                    if (producto != null) {
                        producto = producto.strip();
                    }
                    String categoria = v.categoria();
                    if (categoria != null) {
                        categoria = categoria.strip().toLowerCase(Locale.ROOT);
                    }
                    limpias.add(new VentaLimpia(producto, categoria, v.precio(), v.cantidad(), total));
                }
            }
        }
        return limpias;
    }
}
