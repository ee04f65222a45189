package limpieza;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Empties the list that it was given, and puts all back when somebody goes through its answer. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        List<VentaCruda> antes = new ArrayList<>(ventas);
        List<VentaLimpia> limpias = Bien.limpias(ventas);
        try {
            ventas.clear();
        } catch (UnsupportedOperationException fija) {
            return limpias;
        }
        return new ArrayList<>(limpias) {
            @Override
            public Iterator<VentaLimpia> iterator() {
                ventas.clear();
                ventas.addAll(antes);
                return super.iterator();
            }
        };
    }
}
