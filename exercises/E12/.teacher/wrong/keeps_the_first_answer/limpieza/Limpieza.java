package limpieza;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The cleaning step of the shop's pipeline. */
public final class Limpieza {
    private static List<VentaLimpia> primera;

    private Limpieza() {}

    /** The sales that count, cleaned, in their order. */
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        if (primera == null) {
            primera = ventas.stream()
                    .filter(venta -> venta.precio() != null && venta.cantidad() != null)
                    .map(Limpieza::limpia)
                    .filter(venta -> venta.precioTotal().signum() > 0)
                    .toList();
        }
        return primera;
    }

    private static VentaLimpia limpia(VentaCruda venta) {
        BigDecimal total = venta.precio().multiply(BigDecimal.valueOf(venta.cantidad()));
        return new VentaLimpia(
                recortado(venta.producto()),
                enMinusculas(recortado(venta.categoria())),
                venta.precio(),
                venta.cantidad(),
                total);
    }

    private static String recortado(String texto) {
        return texto == null ? null : texto.strip();
    }

    private static String enMinusculas(String texto) {
        return texto == null ? null : texto.toLowerCase(Locale.ROOT);
    }
}
