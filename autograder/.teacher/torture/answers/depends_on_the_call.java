package limpieza;

import java.util.List;

/** Right in the first call of a class, and empty in those after. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return calls++ == 0 ? Bien.limpias(ventas) : List.of();
    }

    private static int calls;
}
