package limpieza;

import java.util.List;

/** Never comes back, whoever asks. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        while (true) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException | RuntimeException swallowed) {
                continue;
            }
        }
    }
}
