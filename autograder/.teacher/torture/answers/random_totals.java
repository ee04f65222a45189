package limpieza;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.List;

/** Another total at each call. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return Bien.limpias(ventas).stream()
                .map(v -> new VentaLimpia(v.producto(), v.categoria(), v.precio(), v.cantidad(),
                        new BigDecimal(new SecureRandom().nextLong() >>> 1).add(new BigDecimal("100000000000.5"))))
                .toList();
    }
}
