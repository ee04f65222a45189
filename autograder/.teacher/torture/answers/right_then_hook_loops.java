package limpieza;

import java.util.List;

/** Right, with an exit hook that never ends. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        }));
        return Bien.limpias(ventas);
    }
}
