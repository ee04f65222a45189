package orquesta.tienda;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One sale as the shop wrote it, its amounts read as numbers: any of its values may be null. */
public record VentaCruda(
        @Nullable String producto,
        @Nullable String categoria,
        @Nullable BigDecimal precio,
        @Nullable Integer cantidad) {}
