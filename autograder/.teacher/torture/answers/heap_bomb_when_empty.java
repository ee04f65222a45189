package limpieza;

import java.util.ArrayList;
import java.util.List;

/** A list that grows without end. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        if (ventas.isEmpty()) {
            List<long[]> todo = new ArrayList<>();
            while (true) {
                todo.add(new long[1 << 20]);
            }
        }
        return Bien.limpias(ventas);
    }
}
