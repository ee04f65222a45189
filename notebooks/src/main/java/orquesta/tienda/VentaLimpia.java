package orquesta.tienda;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One sale that can be added up, in pesos without tax. */
public record VentaLimpia(
        @Nullable String producto,
        @Nullable String categoria,
        BigDecimal precio,
        int cantidad,
        BigDecimal precioTotal) {}
