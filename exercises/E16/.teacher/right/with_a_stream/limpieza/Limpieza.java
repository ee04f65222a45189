package limpieza;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Right, too: its list refuses changes, and it writes its totals without zeros at the end. */
public final class Limpieza {
    private Limpieza() {}

    /** The sales that count, in their order. */
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return ventas.stream()
                .filter(cruda -> cruda.precio() != null && cruda.cantidad() != null)
                .map(cruda -> new VentaLimpia(cruda.producto(), norma(cruda.categoria()), total(cruda)))
                .filter(limpia -> limpia.precioTotal().signum() > 0)
                .toList();
    }

    private static BigDecimal total(VentaCruda cruda) {
        return cruda.precio().multiply(BigDecimal.valueOf(cruda.cantidad())).stripTrailingZeros();
    }

    private static String norma(String categoria) {
        return categoria == null ? null : categoria.toLowerCase(Locale.ROOT).strip();
    }
}
