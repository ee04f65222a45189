package e12;

import java.util.List;

public final class Limpieza {
    public static List<Object> limpiar(List<Object> ventas) {
        return ventas;
    }
}
