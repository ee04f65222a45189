package limpieza;

import java.util.List;

/** Right, and leaves a thread behind that is no daemon. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        Thread thread = new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException again) {
                    continue;
                }
            }
        });
        thread.start();
        return Bien.limpias(ventas);
    }
}
