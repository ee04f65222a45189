package limpieza;

import java.util.List;

/** An exception of a megabyte. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        throw new IllegalArgumentException("ay".repeat(1 << 19) + "</pre><script>alert('torture')</script>");
    }
}
