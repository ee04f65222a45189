package limpieza;

import java.util.List;

/** Never gets as far as its first call. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return Bien.limpias(ventas);
    }

    private static final int NUNCA = nunca();

    private static int nunca() {
        int n = 0;
        while (n >= 0) {
            n = (n + 1) & 7;
        }
        return n;
    }
}
