package limpieza;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A parallel stream: threads are no crime, and the order stays. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return ventas.parallelStream()
                .filter(v -> Objects.nonNull(v.precio()) && Objects.nonNull(v.cantidad()))
                .map(v -> new VentaLimpia(
                        Optional.ofNullable(v.producto()).map(String::strip).orElse(null),
                        Optional.ofNullable(v.categoria()).map(String::strip).map(c -> c.toLowerCase(Locale.ROOT)).orElse(null),
                        v.precio(), v.cantidad(), v.precio().multiply(BigDecimal.valueOf(v.cantidad()))))
                .filter(v -> v.precioTotal().signum() == 1)
                .collect(Collectors.toList());
    }
}
