package limpieza;

import java.util.List;

/** Always the empty list. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return List.of();
    }
}
