package limpia;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

public final class Limpia {
    private static final List<Salida> limpias = new ArrayList<>();

    static List<Salida> limpiar(List<Entrada> filas) {

        for (Entrada fila : filas) {
            BigDecimal total = fila.monto().multiply(BigDecimal.valueOf(fila.cantidad()));
            if (total.signum() > 0) {
                limpias.add(new Salida(fila.nombre().strip().toLowerCase(Locale.ROOT), total));
            }
        }
        return limpias;
    }
}
