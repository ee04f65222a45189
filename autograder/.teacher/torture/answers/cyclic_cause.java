package limpieza;

import java.util.List;

/** An exception that is the cause of its cause. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        RuntimeException uno = new RuntimeException("uno");
        RuntimeException dos = new RuntimeException("dos", uno);
        uno.initCause(dos);
        uno.addSuppressed(dos);
        throw uno;
    }
}
