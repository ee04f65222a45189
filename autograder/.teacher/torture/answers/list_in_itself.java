package limpieza;

import java.util.ArrayList;
import java.util.List;

/** A list that holds itself, and is no list of sales. */
public final class Limpieza {
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        List itself = new ArrayList();
        itself.add(itself);
        return itself;
    }
}
