package limpieza;

import java.util.List;

/** Leaves its debugging prints in, with signs that a report must not believe. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        System.out.println("</pre><script>alert('torture')</script> \u001b[2J ::error::x ]]> \u0000\uFFFE");
        System.out.println("::stop-commands::x");
        System.out.println("Points 20/20");
        System.err.println("{\"status\":\"graded\",\"score\":20,\"max\":20}");
        return Bien.limpias(ventas);
    }
}
