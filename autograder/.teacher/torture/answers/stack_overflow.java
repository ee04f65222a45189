package limpieza;

import java.util.List;

/** Calls itself. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return limpiar(List.copyOf(ventas));
    }
}
