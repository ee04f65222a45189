package limpieza;

import java.util.ArrayList;
import java.util.List;

/** Package-private is enough by the page. */
final class Limpieza {
    static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return new ArrayList<>(Bien.limpias(ventas));
    }
}
