package limpieza;

import java.math.BigDecimal;

/** One sale that can be added up: amounts are never null, a text is null only if it was. Given; do not change it. */
public record VentaLimpia(String producto, String categoria, BigDecimal precio, int cantidad, BigDecimal precioTotal) {}
