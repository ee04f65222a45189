package limpieza;

import java.util.LinkedList;
import java.util.List;

/** Collects backwards in a LinkedList. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        LinkedList<VentaLimpia> limpias = new LinkedList<>();
        for (int i = ventas.size() - 1; i >= 0; i--) {
            Bien.limpias(ventas.subList(i, i + 1)).forEach(limpias::addFirst);
        }
        return limpias;
    }
}
