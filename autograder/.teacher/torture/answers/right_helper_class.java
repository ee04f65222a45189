package limpieza;

import java.util.List;

/** The work stands in a class of its own. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return Bien.limpias(ventas);
    }
}
