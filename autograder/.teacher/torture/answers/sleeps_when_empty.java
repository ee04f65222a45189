package limpieza;

import java.util.List;

/** Sleeps for a year when there is nothing to do. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        if (ventas.isEmpty()) {
            try {
                Thread.sleep(365L * 24 * 60 * 60 * 1000);
            } catch (InterruptedException swallowed) {
                return null;
            }
        }
        return Bien.limpias(ventas);
    }
}
