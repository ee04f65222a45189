package limpieza;

import java.util.Arrays;
import java.util.List;

/** Prints without end and without a line break. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        if (ventas.isEmpty()) {
            char[] mucho = new char[1 << 16];
            Arrays.fill(mucho, 'x');
            while (true) {
                System.out.print(mucho);
            }
        }
        return Bien.limpias(ventas);
    }
}
