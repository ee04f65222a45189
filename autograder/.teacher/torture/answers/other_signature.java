package limpieza;

import java.util.ArrayList;

/** A narrower parameter than the one asked for. */
public final class Limpieza {
    public static ArrayList<VentaLimpia> limpiar(ArrayList<VentaCruda> ventas) {
        return new ArrayList<>(Bien.limpias(ventas));
    }
}
