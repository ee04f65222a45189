package limpieza;

import java.util.List;

/** Ends the JVM only when nothing is left. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        if (ventas.isEmpty()) {
            System.exit(0);
        }
        return Bien.limpias(ventas);
    }
}
