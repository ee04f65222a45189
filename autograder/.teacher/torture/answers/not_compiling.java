package limpieza;

import java.util.List;

public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return ventas.stream().filter(v -> v.precio() > 0).toList()
    }
}
