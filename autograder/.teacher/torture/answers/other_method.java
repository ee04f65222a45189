package limpieza;

import java.util.List;

public final class Limpieza {
    public static List<VentaLimpia> limpia(List<VentaCruda> ventas) {
        return Bien.limpias(ventas);
    }
}
