package limpieza;

import java.util.List;

/** Throws an OutOfMemoryError that is none. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        throw new OutOfMemoryError("de mentira");
    }
}
