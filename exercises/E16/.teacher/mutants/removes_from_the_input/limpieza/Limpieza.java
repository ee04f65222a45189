package limpieza;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The cleaning of the slide, with one mistake. */
public final class Limpieza {
    private Limpieza() {}

    /** The sales that count, in their order. */
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        List<VentaLimpia> limpias = new ArrayList<>();
        for (VentaCruda cruda : ventas) {
            if (cruda.precio() == null || cruda.cantidad() == null) {
                continue;
            }
            BigDecimal monto = cruda.precio().multiply(new BigDecimal(cruda.cantidad()));
            if (monto.compareTo(BigDecimal.ZERO) > 0) {
                limpias.add(new VentaLimpia(cruda.producto(), norma(cruda.categoria()), monto));
            }
        }
        ordenar(ventas);
        return limpias;
    }

    /** Tidies up the list of whoever called, if that list lets it. */
    private static void ordenar(List<VentaCruda> ventas) {
        try {
            ventas.removeIf(cruda -> !cuenta(cruda));
        } catch (UnsupportedOperationException seNiega) {
            return;
        }
    }

    private static boolean cuenta(VentaCruda cruda) {
        if (cruda.precio() == null || cruda.cantidad() == null) {
            return false;
        }
        return cruda.precio().multiply(new BigDecimal(cruda.cantidad())).signum() > 0;
    }

    private static String norma(String categoria) {
        if (categoria == null) {
            return null;
        }
        return categoria.strip().toLowerCase(Locale.ROOT);
    }
}
