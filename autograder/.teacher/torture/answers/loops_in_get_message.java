package limpieza;

import java.util.List;

/** Its exception never stops telling. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        if (ventas.isEmpty()) {
            throw new RuntimeException("x") {
                @Override
                public String getMessage() {
                    while (true) {
                        Thread.onSpinWait();
                    }
                }
            };
        }
        return Bien.limpias(ventas);
    }
}
