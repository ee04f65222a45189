package limpieza;

import java.util.Collections;
import java.util.List;

/** A null for each sale. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return Collections.nCopies(ventas.size() + 1, null);
    }
}
