package limpieza;

import java.util.List;

/** Waits on a lock for a call that never comes. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        if (ventas.isEmpty()) {
            synchronized (Limpieza.class) {
                while (true) {
                    try {
                        Limpieza.class.wait();
                    } catch (InterruptedException swallowed) {
                        continue;
                    }
                }
            }
        }
        return Bien.limpias(ventas);
    }
}
