package limpieza;

import java.util.List;

/** Its exception throws when it is asked what it says. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        throw new RuntimeException("x") {
            @Override
            public String getMessage() {
                throw new IllegalStateException("otra");
            }

            @Override
            public String toString() {
                throw new IllegalStateException("otra");
            }

            @Override
            public StackTraceElement[] getStackTrace() {
                throw new IllegalStateException("otra");
            }
        };
    }
}
