package limpia;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

public final class Limpia {
    static List<Salida> limpiar(List<Entrada> filas) {
        List<Salida> limpias = new ArrayList<>();
        for (Entrada fila : filas) {
            BigDecimal total = fila.monto().multiply(BigDecimal.valueOf(fila.cantidad()));
            if (total.signum() > 0) {
                limpias.add(new Salida(fila.nombre().toLowerCase(Locale.ROOT), total));
            }
        }
        return limpias;
    }
}
