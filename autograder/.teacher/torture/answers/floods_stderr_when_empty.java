package limpieza;

import java.util.List;

/** Prints to the other stream without end. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        if (ventas.isEmpty()) {
            while (true) {
                System.err.println("otra vez, otra vez, otra vez, otra vez, otra vez, otra vez, otra vez, otra vez");
            }
        }
        return Bien.limpias(ventas);
    }
}
