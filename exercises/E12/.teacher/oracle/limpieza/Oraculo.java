package limpieza;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** E12 as its page says it, by somebody who has seen nothing but that page. */
final class Oraculo {

    private Oraculo() {}

    static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        List<VentaLimpia> limpias = new ArrayList<>();
        for (VentaCruda venta : ventas) {
            // Rule 5: without both amounts there is no total, so the sale goes.
            if (venta.precio() == null || venta.cantidad() == null) {
                continue;
            }
            int cantidad = venta.cantidad();

            // Rule 4: multiply without a MathContext is exact; nothing sets a scale.
            BigDecimal total = venta.precio().multiply(BigDecimal.valueOf(cantidad));

            // Rule 5: signum looks at the value, so 0, 0.0 and 0.00 all go.
            if (total.signum() <= 0) {
                continue;
            }

            String producto = sinBlancos(venta.producto());
            String categoria = enMinusculas(sinBlancos(venta.categoria()));
            limpias.add(new VentaLimpia(producto, categoria, venta.precio(), cantidad, total));
        }
        return limpias;
    }

    /** Rules 1 and 3: strip() at both ends; null stays null, blanks alone become "". */
    private static String sinBlancos(String texto) {
        if (texto == null) {
            return null;
        }
        return texto.strip();
    }

    /** Rule 2: lower case that does not depend on the computer's language; null stays null. */
    private static String enMinusculas(String texto) {
        if (texto == null) {
            return null;
        }
        return texto.toLowerCase(Locale.ROOT);
    }
}
